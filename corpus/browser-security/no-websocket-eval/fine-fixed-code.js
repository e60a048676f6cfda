socket.onmessage = (event) => {
  eval('refresh()');
  console.log(event.data);
};
