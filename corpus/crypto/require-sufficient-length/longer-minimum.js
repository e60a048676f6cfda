// options: {"minLength": 64}
import cryptoRandomString from 'crypto-random-string';

export const session = cryptoRandomString({ length: 32 });
//                                                  ^^ insufficientLength
export const master = cryptoRandomString({ length: 64 });
