const express = require('express');
const app = express();
app.use(express.text());

app.post('/note', (req, res) => {
  console.log(req.body);
//^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.end();
});
