import jwt from 'jsonwebtoken';

export function forService(service, user, key) {
  return jwt.sign({ sub: user.id }, key, { expiresIn: '5m', audience: service.url });
}

export const digest = (signer, data) => signer.update(data).sign(signer.key);
