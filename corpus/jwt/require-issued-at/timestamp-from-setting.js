import jwt from 'jsonwebtoken';
import settings from './settings.js';

export class Issuer {
  constructor(key) {
    this.key = key;
  }

  issue(claims) {
    const { noTimestamp } = settings;
    return jwt.sign(claims, this.key, { noTimestamp, expiresIn: settings.lifetime });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingIssuedAt
  }
}
