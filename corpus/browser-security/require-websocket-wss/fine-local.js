const socket = new WebSocket('ws://localhost:8080');
const proxy = new WebSocket('ws://127.0.0.1:9000/proxy');
