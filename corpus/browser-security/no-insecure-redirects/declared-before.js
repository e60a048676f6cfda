router.post('/continue', (req, res) => {
  const target = req.body.target;
  log('continue');
  res.redirect(target);
//^^^^^^^^^^^^^^^^^^^^ insecureRedirect
});
