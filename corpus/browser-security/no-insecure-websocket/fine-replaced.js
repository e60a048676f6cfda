const url = location.href.replace(/^http/, 'ws');
const socket = new WebSocket(url);
