const base = { httpOnly: true, secure: true, path: '/' };

export const setToken = (req, res) => {
  res.cookie('refresh_token', req.refresh, { ...base, sameSite: 'strict' });
  res.json({ ok: true });
};
