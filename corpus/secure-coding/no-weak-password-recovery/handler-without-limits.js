const crypto = require('crypto');

async function forgotPassword(req, res) {
//             ^^^^^^^^^^^^^^ missingTokenExpiration
//             ^^^^^^^^^^^^^^ missingRateLimit
  const user = await User.findOne({ email: req.body.email });
  user.token = crypto.randomBytes(32).toString('hex');
  await user.save();
  res.json({ sent: true });
}

function resetPassword(req, res) {
//       ^^^^^^^^^^^^^ missingRateLimit
  const expires = Date.now() + 3600_000;
  return change(req.body.token, req.body.phrase, expires).then(() => res.end());
}

module.exports = { forgotPassword, resetPassword };
