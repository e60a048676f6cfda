// The import is read where it stands.
export const early = () => cryptoRandomString({ length: 32, type: 'numeric' });

import cryptoRandomString from 'crypto-random-string';
