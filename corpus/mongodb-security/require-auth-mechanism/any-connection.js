import net from 'node:net';

export function probe(port, ...rest) {
  const socket = net.createConnection({ port });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireAuthMechanism
  socket.connect(...rest);
//^^^^^^^^^^^^^^^^^^^^^^^ requireAuthMechanism
  return socket;
}
