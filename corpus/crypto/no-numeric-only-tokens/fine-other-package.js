import cryptoRandomString from './random.js';

export const pin = () => cryptoRandomString({ length: 6, type: 'numeric' });
