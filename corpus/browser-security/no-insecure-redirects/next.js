app.get('/login', (req, res) => {
  req.session.user = find(req.query.user);
  res.redirect(req.query.next);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRedirect
});
