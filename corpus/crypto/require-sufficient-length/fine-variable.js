import cryptoRandomString from 'crypto-random-string';

const length = Number(process.env.TOKEN_LENGTH);

export const token = () => cryptoRandomString({ length });
export const doubled = () => cryptoRandomString({ length: 2 * 8 });
