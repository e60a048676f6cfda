const tls = require('tls');

class Relay {
  connect(host) {
    return tls.connect({
      host,
      port: 8883,
      checkServerIdentity: () => undefined,
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
    });
  }
}

module.exports = Relay;
