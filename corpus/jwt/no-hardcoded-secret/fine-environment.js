const jwt = require('jsonwebtoken');

exports.issue = (user) => jwt.sign({ sub: user.id }, process.env.JWT_SECRET, { expiresIn: '1h' });
exports.check = (token) => jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
