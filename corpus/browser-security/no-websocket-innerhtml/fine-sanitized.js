socket.onmessage = (event) => {
  line.innerHTML = DOMPurify.sanitize(event.data);
};
