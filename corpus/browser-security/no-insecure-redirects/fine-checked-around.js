app.get('/go', (req, res) => {
  if (isSafeUrl(req.query.next)) {
    res.redirect(req.query.next);
  }
});
