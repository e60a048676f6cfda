const jwt = require('jsonwebtoken');

function tokens(user) {
  const access = jwt.sign({ sub: user.id }, process.env.ACCESS_SECRET, { expiresIn: '15m' });
  const refresh = jwt.sign({ sub: user.id, type: 'refresh' }, process.env.REFRESH_SECRET, { expiresIn: '14d' });
  return { access, refresh };
}

module.exports = tokens;
