const crypto = require('crypto');

exports.hashPassword = (plain) =>
  crypto.createHmac('sha256', process.env.PEPPER).update(plain).digest('hex');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHash
