app.post('/login', (req, res) => {
  res.cookie('sid', open(req.body), { httpOnly: true, secure: true, sameSite: 'strict', path: '/' });
  res.cookie('lang', 'de', { HTTPONLY: true, Secure: true, samesite: "Lax" });
  res.end();
});
