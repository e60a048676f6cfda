const { pbkdf2 } = require('crypto');

exports.derive = (password, { salt, iterations, digest }, done) => pbkdf2(password, salt, iterations, 32, digest, done);
exports.upper = (password, salt, done) => pbkdf2(password, salt, 600000, 32, 'SHA256', done);
