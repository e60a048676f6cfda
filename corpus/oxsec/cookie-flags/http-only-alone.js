const jwt = require('jsonwebtoken');

exports.signIn = (req, res) => {
  const token = jwt.sign({ sub: req.user.id }, process.env.JWT_SECRET, { expiresIn: '15m' });
  res.cookie('access_token', token, { httpOnly: true, sameSite: 'strict' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  res.json({ ok: true });
};
