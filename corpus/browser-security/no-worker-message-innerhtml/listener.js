searchWorker.addEventListener('message', (event) => {
  results.insertAdjacentHTML('beforeend', event.data);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workerInnerhtml
});
