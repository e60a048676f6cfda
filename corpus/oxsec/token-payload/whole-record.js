const jwt = require('jsonwebtoken');

exports.issue = (user) => jwt.sign(user, process.env.JWT_SECRET, { expiresIn: '1h' });
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
