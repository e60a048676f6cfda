// safe: position
const app = require('express')();

app.get('/clients/:name', (req, res) => {
  console.dir(req.params.name, { depth: 4 });
  for (const header in req.headers) console.log('sent', header);
  res.end();
});
