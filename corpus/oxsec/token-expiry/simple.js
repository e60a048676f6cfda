const jwt = require('jwt-simple');

module.exports = (id) => jwt.encode({ sub: id, role: 'user' }, process.env.KEY);
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
