wk.addEventListener('message', function (e) {
  report.document.write(e.data.body);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ workerInnerhtml
});
