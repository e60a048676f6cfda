// options: {"symmetricAlgorithms": ["HS256", "BLAKE2B"]}
import { verifyJWT } from './paseto-like.js';
import config from './config.js';

export function check(token) {
  return verifyJWT(token, config.PUBLIC_KEY, { algorithms: ['BLAKE2B'] });
//                                                         ^^^^^^^^^^^ algorithmConfusion
}

export function checkOld(token) {
  return verifyJWT(token, config.PUBLIC_KEY, { algorithms: ['HS512'] });
}
