const https = require('https');

function agent() {
  if (process.env.NODE_ENV === 'production') {
    return new https.Agent({ rejectUnauthorized: false, maxSockets: 50 });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
  }
  return new https.Agent();
}

module.exports = agent();
