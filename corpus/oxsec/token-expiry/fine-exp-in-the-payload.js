const jwt = require('jsonwebtoken');

const HOUR = 60 * 60;

exports.invite = (email) => {
  const exp = Math.floor(Date.now() / 1000) + HOUR;
  return jwt.sign({ email, exp }, process.env.INVITE_SECRET, { algorithm: 'HS256' });
};
