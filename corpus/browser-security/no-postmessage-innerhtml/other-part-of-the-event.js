window.addEventListener('message', (event) => {
  banner.outerHTML = event.detail.banner;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
  status.textContent = event.detail.status;
});
