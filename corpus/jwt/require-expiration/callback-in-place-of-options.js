const { promisify } = require('util');
const jwt = require('jsonwebtoken');

function issue(user, done) {
  jwt.sign({ sub: user.id }, process.env.JWT_SECRET, (error, token) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingExpiration
    if (error) return done(error);
    done(null, { token, user: user.id });
  });
}

module.exports = promisify(issue);
