const express = require('express');
const app = express();

app.get('/data', (req, res) => {
  res.writeHead(200, { 'Access-Control-Allow-Origin': req.query.origin });
//                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  res.end('{}');
});
