const express = require('express');

const app = express();
app.use(express.json());
const defaults = { theme: 'plain', size: 12 };

app.post('/settings', (req, res) => {
  res.send(Object.assign(JSON.parse(JSON.stringify(defaults)), req.body));
});
