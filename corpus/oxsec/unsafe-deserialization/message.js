const { WebSocketServer } = require('ws');
const cryo = require('cryo');

const server = new WebSocketServer({ port: 9000 });

server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const command = cryo.parse(data.toString());
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
    socket.send(String(command.id));
  });
});
