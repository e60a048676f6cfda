import cryptoRandomString from 'crypto-random-string';

export const apiKey = async () => `key_${await cryptoRandomString.async({ length: 16, type: 'hex' })}`;
//                                                                                ^^ insufficientLength
