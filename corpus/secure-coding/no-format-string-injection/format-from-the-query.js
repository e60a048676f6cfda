const util = require('util');

app.get('/report', (req, res) => {
  const total = count();
  res.send(util.format(req.query.format, total));
//                     ^^^^^^^^^^^^^^^^ userControlledFormatString
});

function audit(userMessage, code) {
  return sprintf(userMessage + ' (%d)', code);
//               ^^^^^^^^^^^^^^^^^^^^^ userControlledFormatString
}
