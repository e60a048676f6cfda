// options: {"envPatterns": ["process.env"]}
import jwt from 'jsonwebtoken';

export function serviceToken(service) {
  return jwt.sign({ sub: service }, '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEEIB…\n-----END EC PRIVATE KEY-----', {
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedSecret
    algorithm: 'ES256',
  });
}
