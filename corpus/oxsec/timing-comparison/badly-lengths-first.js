const crypto = require('node:crypto');

exports.verify = (password, salt, stored, done) => {
  crypto.scrypt(password, salt, 64, (error, derivedKey) => {
    if (error) return done(error);
    if (derivedKey.length !== stored.length) return done(null, false);
    done(null, stored.equals(derivedKey));
//             ^^^^^^^^^^^^^^^^^^^^^^^^^ timingComparison
  });
};
