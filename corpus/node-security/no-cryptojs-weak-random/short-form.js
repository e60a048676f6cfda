import * as CryptoJS from 'crypto-js';

export class Coupons {
  issue(count) {
    const codes = new Set();
    while (codes.size < count) {
      codes.add(CryptoJS.random(8).toString().toUpperCase());
//              ^^^^^^^^^^^^^^^^^^ weakRandom
    }
    return [...codes];
  }
}
