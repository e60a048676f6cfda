import jwt from 'jsonwebtoken';

const OPTIONS = { algorithm: 'RS256', audience: 'api' };

export function accessToken(account, key) {
  const payload = { sub: account.id, scopes: account.scopes };
  return jwt.sign(payload, key, OPTIONS);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
}
