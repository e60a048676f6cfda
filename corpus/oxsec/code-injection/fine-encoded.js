const app = require('express')();

app.get('/run', (req, res) => {
  const text = Buffer.from(req.query.text).toString('base64');
  res.json({ result: eval(`decode('${text}')`) });
});
