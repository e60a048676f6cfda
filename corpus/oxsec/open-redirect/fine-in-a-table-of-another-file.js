const app = require('express')();
const { targets } = require('./targets');

app.get('/next', (req, res) => {
  const target = req.query.to;
  if (targets.hasOwnProperty(target)) res.redirect(target);
  else res.redirect('/');
});
