const jwt = require('jsonwebtoken');

class TokenService {
  constructor(secret) {
    this.secret = secret;
  }

  create(id) {
    const now = Math.floor(Date.now() / 1000);
    return jwt.sign({ sub: id, iat: now, nbf: now }, this.secret);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
  }
}

module.exports = TokenService;
