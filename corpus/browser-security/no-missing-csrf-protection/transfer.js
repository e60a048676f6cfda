app.post('/transfer', authenticate, async (req, res) => {
//@1 missingCsrfProtection
  await transfer(req.user, req.body);
  res.redirect('/done');
});
