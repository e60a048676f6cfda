app.get('/repeat', (req, res) => {
  const count = Number(req.query.count);
  const parts = [];
  for (let i = 0; i < count; i++) {
//                ^^^^^^^^^ userControlledLoopBound
    parts.push(req.query.text);
  }
  while (parts.length < req.query.min) parts.push('-');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ userControlledLoopBound
  res.send(parts.join('\n'));
});
