const express = require('express');
const app = express();


app.post('/report', (req, res) => {
  const title = String(req.body.title).trim().slice(0, 80);
  console.error(`Report "${title}" failed:`, new Error('late'));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatString
  res.end();
});
