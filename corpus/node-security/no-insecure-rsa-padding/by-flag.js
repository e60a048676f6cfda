export class KeyRing {
  constructor(crypto, keys) {
    this.crypto = crypto;
    this.keys = keys;
  }

  open(id, sealed, { legacy = false } = {}) {
    const { RSA_PKCS1_PADDING, RSA_PKCS1_OAEP_PADDING } = this.crypto.constants;
    return this.crypto.privateDecrypt(
      {
        key: this.keys.get(id),
        padding: legacy ? RSA_PKCS1_PADDING : RSA_PKCS1_OAEP_PADDING,
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRsaPadding
      },
      sealed,
    );
  }
}
