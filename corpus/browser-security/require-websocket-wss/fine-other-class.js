const server = new WebSocketServer('ws://chat.example.com');
const socket = new ReconnectingWebSocket('ws://chat.example.com');
