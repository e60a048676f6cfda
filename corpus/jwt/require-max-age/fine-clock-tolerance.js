import { verifyJWT } from './tokens.js';

export function check(token, key) {
  return verifyJWT(token, key, { algorithms: ['EdDSA'], clockTolerance: 30 });
}
