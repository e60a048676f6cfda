// safe: origin
const express = require('express');
const app = express();

app.use((req, res, next) => {
  console.log('agent: ' + req.headers['user-agent']);
  console.log('from ' + req.get('referer'));
  next();
});
