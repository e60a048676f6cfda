const LIMIT = 100;

app.get('/repeat', (req, res) => {
  const count = Math.min(req.query.count, LIMIT);
  const parts = [];
  for (let i = 0; i < count; i++) {
    parts.push('-');
  }
  res.send(parts.join('\n'));
});
