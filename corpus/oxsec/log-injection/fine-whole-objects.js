// safe: position
// The console shows what a parser has made as an object, in which line breaks are escaped.
const express = require('express');
const app = express();
app.use(express.json(), express.urlencoded({ extended: true }));

app.post('/a', (req, res) => {
  console.log(req.body);
  console.log('query', req.query, 'of', req.headers);
  console.error({ body: req.body, name: req.body.name });
  res.end();
});
