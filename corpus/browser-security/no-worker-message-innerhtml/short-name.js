const w = new Worker('highlight.js');
w.onmessage = function (message) {
  code.outerHTML = message.data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workerInnerhtml
};
