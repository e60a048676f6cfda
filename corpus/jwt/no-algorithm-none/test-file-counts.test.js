// options: {"allowInTests": false}
import assert from 'node:assert';
import test from 'node:test';
import jwt from 'jsonwebtoken';

test('an unsigned token is read', () => {
  const token = jwt.sign({ sub: 'u1' }, '', { algorithm: 'none' });
//                                                       ^^^^^^ algorithmNone
  const claims = jwt.verify(token, '', { algorithms: ['none'] });
//                                                    ^^^^^^ algorithmNoneInArray
  assert.equal(claims.sub, 'u1');
});
