// safe: default
const express = require('express');
const libxmljs = require('libxmljs');
const app = express();
app.use(express.text({ type: 'application/xml' }));

app.post('/orders', (req, res) => {
  const document = libxmljs.parseXml(req.body);
  res.json({ customer: document.get('//customer').text() });
});
