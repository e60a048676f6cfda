const crypto = require('crypto');

exports.isValid = (link, mac) => {
  const own = crypto.createHmac('sha256', process.env.LINK_KEY).update(link).digest('hex');
  if (typeof mac !== 'string' || !/^[0-9a-f]{64}$/.test(mac)) {
    return false;
  }
  return mac == own;
//       ^^^^^^^^^^ timingComparison
};
