import jwt from 'jsonwebtoken';

export class Sessions {
  constructor(key) {
    this.key = key;
  }

  current(request) {
    return jwt.verify(request.cookies.token, this.key, { algorithms: ['ES256'], ignoreExpiration: true });
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ expiryIgnored
  }
}
