import cryptoRandomString from 'crypto-random-string';

export const session = () => cryptoRandomString({ length: 32, type: 'alphanumeric' });
export const link = () => cryptoRandomString({ length: 32, type: 'url-safe' });
