socket.onmessage = (event) => {
  line.textContent = event.data;
};
