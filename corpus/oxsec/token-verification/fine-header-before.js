const jwt = require('jsonwebtoken');

exports.verify = async (token, keys) => {
  const decoded = jwt.decode(token, { complete: true });
  if (!decoded) throw new Error('not a token');
  const key = await keys.get(decoded.header.kid);
  return jwt.verify(token, key, { algorithms: ['RS256'], issuer: 'https://login.example.com/' });
};
