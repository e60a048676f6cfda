import jwt from 'jsonwebtoken';
import defaults from './jwt-defaults.js';

export class Guard {
  check(token, key) {
    return jwt.verify(token, key, { ...defaults, ignoreExpiration: false });
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingIssuerValidation
  }

  checkQuietly(token, key) {
    return jwt.verify(token, key, defaults);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingIssuerValidation
  }
}
