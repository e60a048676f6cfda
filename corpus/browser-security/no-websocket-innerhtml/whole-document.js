live.onmessage = (update) => {
  document.open();
  document.writeln(update.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
  document.close();
};
