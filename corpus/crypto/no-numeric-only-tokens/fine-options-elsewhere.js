import cryptoRandomString from 'crypto-random-string';

const options = { length: 32, type: 'numeric' };
const type = 'numeric';

export const token = cryptoRandomString(options);
export const other = cryptoRandomString({ length: 32, type });
