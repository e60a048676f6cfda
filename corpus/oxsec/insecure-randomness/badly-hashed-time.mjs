import { createHash } from 'node:crypto';

export function resetToken(user) {
  const token = createHash('sha256').update(user.email + Date.now()).digest('hex');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
  return token;
}
