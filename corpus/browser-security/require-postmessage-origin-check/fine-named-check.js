window.addEventListener('message', function (event) {
  if (!isAllowedOrigin(event)) {
    return;
  }
  apply(event.data);
});
