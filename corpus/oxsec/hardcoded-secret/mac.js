const { createHmac } = require('node:crypto');

const { secret = 'fallback' } = require('./settings');
//               ^^^^^^^^^^ hardcodedSecret

exports.sign = (text) => createHmac('sha256', secret).update(text).digest('hex');
