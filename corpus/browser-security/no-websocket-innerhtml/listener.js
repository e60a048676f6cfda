socket.addEventListener('message', function (message) {
  ticker.insertAdjacentHTML('afterbegin', message.data.headline);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
});
