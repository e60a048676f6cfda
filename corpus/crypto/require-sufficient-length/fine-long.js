import cryptoRandomString from 'crypto-random-string';

export const token = () => cryptoRandomString({ length: 32, type: 'alphanumeric' });
