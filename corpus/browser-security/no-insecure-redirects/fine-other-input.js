app.get('/go', (req, res) => {
  const { next } = req.query;
  res.redirect(next);
});
