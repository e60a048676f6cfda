socket.onmessage = (event) => {
  page.innerHTML = event.data;
};
