const { sign } = require('jsonwebtoken');

module.exports = (user, done) => {
  sign({ id: user.id }, process.env.JWT_SECRET, (error, token) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenExpiry
    done(error, token && `Bearer ${token}`);
  });
};
