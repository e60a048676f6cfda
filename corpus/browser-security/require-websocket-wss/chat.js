const socket = new WebSocket('ws://chat.example.com/room');
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureWebsocket
socket.onopen = () => socket.send('hello');
