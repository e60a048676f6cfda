// safe: origin
const jwt = require('jsonwebtoken');

exports.token = (user) => jwt.sign({ id: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
