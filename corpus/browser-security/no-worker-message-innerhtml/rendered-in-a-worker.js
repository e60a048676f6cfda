const worker = new Worker('./render.js', { type: 'module' });
worker.onmessage = (event) => {
  page.innerHTML = event.data.html;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workerInnerhtml
};
worker.postMessage({ markdown: source.value });
