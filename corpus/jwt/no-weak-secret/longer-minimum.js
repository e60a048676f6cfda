// options: {"minSecretLength": 48}
import { signJWT, verifyJWT } from './tokens.js';

export function roundTrip(payload) {
  const token = signJWT(payload, 'b8f1c2a97d3e4f50a1b2c3d4e5f60718');
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ shortSecret
  return verifyJWT(token, '3c9d0f8e7b6a5948372615049382716fa0b1c2d3e4f5061728394a5b');
}
