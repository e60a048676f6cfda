// options: {"allowInTests": true}
// filename: keys.spec.js
import crypto from 'node:crypto';
import { test } from 'node:test';
import { isRefused } from './keys.js';

test('refuses the old padding', (t) => {
  const { publicKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const padding = crypto.constants.RSA_PKCS1_PADDING;
  t.assert.ok(isRefused(crypto.publicEncrypt({ key: publicKey, padding: crypto.constants.RSA_PKCS1_PADDING }, padding)));
});
