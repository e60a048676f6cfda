// safe: other function
const { jwtVerify, createRemoteJWKSet } = require('jose');

const keys = createRemoteJWKSet(new URL('https://login.example.com/.well-known/jwks.json'));

exports.claims = async (token) => {
  const { payload } = await jwtVerify(token, keys, { issuer: 'https://login.example.com/', audience: 'api' });
  return payload;
};
