const express = require('express');
const logger = require('./logger');
const app = express();
app.use(express.json());

app.post('/login', (req, res) => {
  const line = `login of ${req.body.name} with ${req.body.password}`;
  logger.debug(line);
//^^^^^^^^^^^^^^^^^^ secretLogged
  res.sendStatus(204);
});
