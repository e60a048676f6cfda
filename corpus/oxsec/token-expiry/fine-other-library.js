const { SignJWT } = require('jose');

exports.issue = (id, key) =>
  new SignJWT({ scope: 'read' }).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setExpirationTime('15m').sign(key);
