const channel = new MessageChannel();
channel.port1.addEventListener('message', (event) => eval(event.data));
channel.port2.addEventListener('message', (event) => eval(event.data));

const worker = new Worker('worker.js');
worker.addEventListener('message', (event) => eval(event.data));

const shared = new SharedWorker('shared.js');
shared.port.addEventListener('message', (event) => eval(event.data));

const socket = new WebSocket('wss://app.example.com');
socket.addEventListener('message', (event) => eval(event.data));
