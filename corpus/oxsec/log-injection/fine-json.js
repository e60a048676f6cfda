// safe: position
const express = require('express');
const app = express();

app.use((req, res, next) => {
  console.log(JSON.stringify({ method: req.method, agent: req.headers['user-agent'] }));
  next();
});
