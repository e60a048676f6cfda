const jwt = require('jsonwebtoken');
const keys = require('./keys');

function authenticate(socket, next) {
  jwt.verify(socket.handshake.auth.token, keys.current, (error, claims) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAlgorithmWhitelist
    if (error) return next(new Error('unauthorized'));
    socket.userId = claims.sub;
    next();
  });
}

module.exports = authenticate;
