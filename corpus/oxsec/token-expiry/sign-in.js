const jwt = require('jsonwebtoken');

exports.issue = (user) => jwt.sign({ sub: user.id, role: user.role }, process.env.JWT_SECRET);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
