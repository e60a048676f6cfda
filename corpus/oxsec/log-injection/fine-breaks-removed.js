const express = require('express');
const app = express();

const oneLine = (value) => String(value).replace(/[\r\n]+/g, ' ');

app.get('/items', (req, res) => {
  console.log(`items wanted by ${oneLine(req.query.client)}`);
  res.json([]);
});
