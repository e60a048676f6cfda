socket.addEventListener('message', function (message) {
  const update = new Function('state', message.data.body);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ evalWithWsData
  update(window.state);
});
