import { verifyJWT } from './tokens.js';

export const claims = (token, key) =>
  verifyJWT(token, key, {
    iss: process.env.ISSUER,
    alg: 'EdDSA',
  });
