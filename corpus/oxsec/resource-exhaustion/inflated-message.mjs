import { WebSocketServer } from 'ws';
import zlib from 'node:zlib';

const server = new WebSocketServer({ port: 8080 });

server.on('connection', (socket) => {
  socket.on('message', (packed) => {
    zlib.inflate(packed, (error, text) => socket.send(error ? 'bad' : `got ${text.length} bytes`));
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ resourceExhaustion
  });
});
