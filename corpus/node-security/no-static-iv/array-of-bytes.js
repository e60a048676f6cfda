import crypto from 'node:crypto';

export class Channel {
  constructor(key) {
    this.key = key;
  }

  send(socket, message) {
    const cipher = crypto.createCipheriv('aes-256-gcm', this.key, Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
//                                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ staticIv
    socket.write(Buffer.concat([cipher.update(message), cipher.final(), cipher.getAuthTag()]));
  }
}
