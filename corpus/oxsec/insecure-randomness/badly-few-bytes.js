const crypto = require('crypto');

exports.createSession = () => {
  const sessionToken = crypto.randomBytes(3).toString('hex');
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ fewBytes
  return sessionToken;
};
