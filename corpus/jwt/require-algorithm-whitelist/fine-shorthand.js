import { verify } from 'jsonwebtoken';

const algorithms = ['ES256'];

export function claims(token, key) {
  return verify(token, key, { algorithms });
}

export function claimsOfPartner(token, key, algorithm) {
  return verify(token, key, { algorithm, clockTolerance: 5 });
}
