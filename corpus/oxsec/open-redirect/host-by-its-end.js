const app = require('express')();

app.get('/out', (req, res) => {
  const { to } = req.query;
  if (new URL(to).hostname.endsWith('shop.example')) return res.redirect(to);
//                                                          ^^^^^^^^^^^^^^^^ openRedirect
  res.sendStatus(400);
});
