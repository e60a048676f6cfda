const https = require('https');

class Request {
  constructor(options) {
    if (options.strictSSL === false) {
      this.rejectUnauthorized = false;
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
    }
  }

  agent() {
    const settings = {};
    settings.rejectUnauthorized = this.rejectUnauthorized;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
    return new https.Agent(settings);
  }
}

module.exports = Request;
