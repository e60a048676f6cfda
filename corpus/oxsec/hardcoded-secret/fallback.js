const jwt = require('jsonwebtoken');

const SECRET = process.env.JWT_SECRET || 'your-secret-key';
//                                       ^^^^^^^^^^^^^^^^^ hardcodedSecret

exports.token = (user) => jwt.sign({ id: user.id }, SECRET, { expiresIn: '1h' });
