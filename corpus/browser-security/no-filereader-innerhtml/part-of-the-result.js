csvReader.onload = (loaded) => {
  table.outerHTML = loaded.target.result.header;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
  count.textContent = loaded.total;
};
