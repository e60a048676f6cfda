// options: {"minLength": 6}
import cryptoRandomString from 'crypto-random-string';

export const roomCode = () => cryptoRandomString({ length: 6, type: 'distinguishable' });
