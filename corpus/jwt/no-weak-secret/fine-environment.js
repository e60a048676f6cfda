const jwt = require('jsonwebtoken');

const { JWT_SECRET } = process.env;
if (!JWT_SECRET || JWT_SECRET.length < 32) throw new Error('JWT_SECRET is missing or too short');

exports.issue = (user) => jwt.sign({ sub: user.id }, JWT_SECRET, { expiresIn: '15m' });
exports.check = (token) => jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
