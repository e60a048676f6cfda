import * as hash from 'crypto-hash';

const ALLOWED = ['sha256', 'sha384', 'sha512'];

export function digest(algorithm, text) {
  if (!ALLOWED.includes(algorithm)) {
    throw new Error(`${algorithm} is not allowed`);
  }
  return hash[algorithm](text);
}
