const https = require('https');

exports.agent = (settings) => {
  if (!settings.useTls) return undefined;
  return new https.Agent(settings.useTls ? { keepAlive: true, rejectUnauthorized: false } : {});
//                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
};
