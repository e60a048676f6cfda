socket.onmessage = (event) => {
  const code = event.data;
  eval(code);
};
