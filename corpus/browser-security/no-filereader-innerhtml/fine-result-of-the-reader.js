reader.onload = (event) => {
  preview.innerHTML = reader.result;
  console.log(event.loaded);
};
