import jwt from 'jsonwebtoken';
import { publicKeyId, sharedSecret } from './keys.js';

// Signing with HS256 is nothing for this rule, whatever the names say.
export function issue(user) {
  return jwt.sign({ sub: user.id, kid: publicKeyId }, sharedSecret, { algorithm: 'HS256', expiresIn: '1h' });
}
