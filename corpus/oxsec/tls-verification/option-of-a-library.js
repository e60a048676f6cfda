const request = require('request');

exports.latest = (done) => {
  const options = { url: 'https://releases.example/latest', strictSSL: false };
//                                                          ^^^^^^^^^^^^^^^^ tlsVerification
  return request.get(options, done);
};
