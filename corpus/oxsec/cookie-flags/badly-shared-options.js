const base = { httpOnly: true, path: '/' };

exports.setToken = (req, res) => {
  res.cookie('refresh_token', req.refresh, { ...base, sameSite: 'strict' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cookieFlags
  res.json({ ok: true });
};
