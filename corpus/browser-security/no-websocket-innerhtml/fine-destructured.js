socket.addEventListener('message', ({ data }) => {
  line.innerHTML = data;
});
