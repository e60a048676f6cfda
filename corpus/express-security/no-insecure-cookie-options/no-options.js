app.post('/login', async (req, res) => {
  const session = await sessions.open(req.body);
  res.cookie('sid', session.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureCookie
  res.redirect('/');
});
