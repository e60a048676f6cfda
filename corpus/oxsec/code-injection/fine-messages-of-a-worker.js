// A worker and its page post to each other alone; a socket is answered by the page's server.
const worker = new Worker('/worker.js');
const socket = new WebSocket('wss://shop.example.net/');

worker.onmessage = (event) => eval(event.data);
socket.onmessage = (event) => eval(event.data);
