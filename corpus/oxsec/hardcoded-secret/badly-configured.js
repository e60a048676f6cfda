const jwt = require('jsonwebtoken');

const config = {
  port: process.env.PORT ?? 3000,
  jwt: { secret: process.env.JWT_SECRET ?? 'change-me', ttl: '15m' },
//                                         ^^^^^^^^^^^ hardcodedSecret
};

exports.issue = (id) => jwt.sign({ sub: id }, config.jwt.secret, { expiresIn: config.jwt.ttl });
