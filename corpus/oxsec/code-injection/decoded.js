const app = require('express')();

app.get('/run', (req, res) => {
  const script = Buffer.from(req.query.script, 'base64').toString('utf8');
  res.json({ result: eval(script) });
//                   ^^^^^^^^^^^^ codeInjection
});

app.get('/hex', (req, res) => {
  res.json({ result: eval(Buffer.from(req.query.script, 'hex').toString()) });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});

app.get('/page', (req, res) => {
  res.json({ result: eval(atob(req.query.script)) });
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ codeInjection
});
