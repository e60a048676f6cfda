const jwt = require('jsonwebtoken');

exports.claims = (token, key) => jwt.verify(token, key, { algorithms: ['RS256'], maxAge: '1h' });
