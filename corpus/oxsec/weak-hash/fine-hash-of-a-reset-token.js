// safe: purpose
const crypto = require('crypto');

exports.issue = (user) => {
  const passwordResetToken = crypto.randomBytes(32).toString('hex');
  user.passwordResetTokenHash = crypto.createHash('sha256').update(passwordResetToken).digest('hex');
  return passwordResetToken;
};
