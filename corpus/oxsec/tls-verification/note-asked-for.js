const https = require('https');

exports.agent = (settings) => {
  const options = { keepAlive: true };
  if (settings.strictSSL === false) {
    options.rejectUnauthorized = false;
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
  }
  return new https.Agent(options);
};
