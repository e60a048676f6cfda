export class Sealer {
  constructor(crypto, secret) {
    this.crypto = crypto;
    this.secret = secret;
  }

  run(data, opening) {
    const stream = opening
      ? this.crypto.createDecipher('aes-256-ctr', this.secret)
//                  ^^^^^^^^^^^^^^ deprecatedCipherMethod
      : this.crypto?.createCipher('aes-256-ctr', this.secret);
//                   ^^^^^^^^^^^^ deprecatedCipherMethod
    return Buffer.concat([stream.update(data), stream.final()]);
  }
}
