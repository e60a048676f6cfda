const socket = new WebSocket('wss://chat.example.com');
socket.onmessage = (event) => {
  const line = document.createElement('p');
  line.innerHTML = event.data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
  chat.append(line);
};
