// safe: origin
const jwt = require('jsonwebtoken');
const secret = process.env.JWT_SECRET;

if (!secret) throw new Error('JWT_SECRET is missing');

exports.token = (user) => jwt.sign({ id: user.id }, secret, { expiresIn: '1h' });
