const url = 'ws://chat.example.com';
const socket = new WebSocket(url);
