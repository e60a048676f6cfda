const express = require('express');
const app = express();
app.use(express.json(), express.urlencoded({ extended: true }));

app.post('/a', (req, res) => {
  console.log(req.body.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log('name: ' + req.query.name);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  console.log(`${Object.keys(req.body)}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  res.end();
});
