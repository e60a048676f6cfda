// options: {"allowInTests": false}
// filename: keys.test.js
import crypto from 'node:crypto';
import { test } from 'node:test';

test('wraps and unwraps', (t) => {
  const { privateKey, publicKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  const sealed = crypto.publicEncrypt({ key: publicKey, padding: crypto.constants.RSA_PKCS1_PADDING }, Buffer.from('k'));
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRsaPadding
  t.assert.ok(sealed.length > 0 && privateKey);
});
