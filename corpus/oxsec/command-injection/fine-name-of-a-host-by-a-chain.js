const { exec } = require('child_process');
const { body, validationResult } = require('express-validator');
const app = require('express')();

app.post('/ping', body('host').isFQDN(), (req, res) => {
  const errors = validationResult(req);
  if (!errors.isEmpty()) return res.status(400).json(errors.array());
  exec(`ping -c 1 ${req.body.host}`, (error, out) => res.type('text').send(out));
});
