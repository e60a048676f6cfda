import { createCipheriv } from 'node:crypto';

export class Vault {
  mail(master, iv) {
    return createCipheriv('aes-256-gcm', master, iv);
  }

  files(master, iv) {
    return createCipheriv('aes-256-gcm', master, iv);
    //                                   ^^^^^^ keyReuse
  }

  logs(master, iv) {
    return createCipheriv('aes-256-gcm', master, iv);
    //                                   ^^^^^^ keyReuse
  }
}
