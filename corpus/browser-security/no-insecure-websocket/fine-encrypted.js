const socket = new WebSocket('wss://chat.example.com');
const other = new WebSocket(`wss://${host}/live`);
