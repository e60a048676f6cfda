export function connect(host, room) {
  return new WebSocket(`ws://${host}/rooms/${room}`);
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureWebsocket
}
