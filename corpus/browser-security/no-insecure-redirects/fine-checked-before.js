app.get('/go', (req, res) => {
  if (!ALLOWED_HOSTS.includes(req.query.host)) return res.sendStatus(400);
  res.redirect(`https://${req.query.host}/`);
});
