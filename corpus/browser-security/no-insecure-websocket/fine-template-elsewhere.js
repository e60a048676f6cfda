const url = `ws://${host}/live`;
const socket = new WebSocket(url);
