file.addEventListener('loadend', function (e) {
  document.body.insertAdjacentHTML('beforeend', e.target.result);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
});
