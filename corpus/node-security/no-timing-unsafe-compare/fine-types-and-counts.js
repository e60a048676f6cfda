export function check(secret, options) {
  if (typeof secret !== 'string') {
    throw new TypeError('the secret is a string');
  }
  if (secret.length === 0 || options.retries == null) {
    throw new RangeError('incomplete');
  }
  return secret.length >= 32 && options.retries < 3;
}
