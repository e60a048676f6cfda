const https = require('https');

class Request {
  constructor(options) {
    this.keepAlive = options.keepAlive === true;
    this.rejectUnauthorized = false;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
  }

  agent() {
    return new https.Agent({ keepAlive: this.keepAlive, rejectUnauthorized: this.rejectUnauthorized });
//                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
  }
}

module.exports = Request;
