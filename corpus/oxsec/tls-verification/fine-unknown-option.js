const https = require('https');

exports.latest = (done) => {
  const options = { host: 'releases.example', path: '/latest', strictSSL: false };
  return https.get(options, done);
};
