import { createCipheriv, createDecipheriv } from 'node:crypto';

export function connect(socket, key) {
  const outgoing = createCipheriv('rc4', key, '');
//                                ^^^^^ weakCipherAlgorithm
  const incoming = createDecipheriv('RC4', key, '');
//                                  ^^^^^ weakCipherAlgorithm
  outgoing.pipe(socket).pipe(incoming);
  return { write: (data) => outgoing.write(data), on: incoming.on.bind(incoming) };
}
