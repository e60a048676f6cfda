// options: {"allowInTests": true}
// filename: src/__tests__/token.js
import assert from 'node:assert';
import jwt from 'jsonwebtoken';
import { authenticate } from '../authenticate.js';

export function refusesUnsignedTokens() {
  const token = jwt.sign({ sub: 'admin' }, '', { algorithm: 'none' });
  assert.throws(() => authenticate(token), /invalid algorithm/);
}
