const { exec } = require('child_process');
const socketIo = require('socket.io');
const { Server } = require('socket.io');
const ws = require('ws');
const { WebSocketServer } = require('ws');

const io = socketIo(80);
const other = new Server(80);

io.on('connection', (socket) => {
  exec('ls ' + socket.handshake.query.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  socket.on('list', (message) => exec('ls ' + message.folder));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
other.of('/lists').on('connection', (socket) => socket.on('list', (message) => exec('ls ' + message.folder)));
//                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
other.sockets.on('connection', (socket) => socket.on('list', (message) => exec('ls ' + message.folder)));
//                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection

new ws.Server({ port: 80 }).on('connection', (socket, question) => {
  exec('ls ' + question.headers['x-folder']);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  socket.on('message', (text) => exec('ls ' + text));
//                               ^^^^^^^^^^^^^^^^^^ commandInjection
});
new WebSocketServer({ port: 80 }).on('connection', (socket) => {
  socket.on('message', (text) => exec('ls ' + text));
//                               ^^^^^^^^^^^^^^^^^^ commandInjection
});
