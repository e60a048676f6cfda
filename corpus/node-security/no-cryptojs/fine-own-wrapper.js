import { encrypt, decrypt } from '@shop/crypto-js';

export class Vault {
  #key;

  constructor(key) {
    this.#key = key;
  }

  put(value) {
    return encrypt(this.#key, JSON.stringify(value));
  }

  get(text) {
    return JSON.parse(decrypt(this.#key, text));
  }
}
