const express = require('express');
const app = express();

app.use((req, res, next) => {
  const origin = req.get('origin') || '*';
  res.header('Access-Control-Allow-Origin', origin);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ cors
  res.header('Access-Control-Allow-Credentials', true);
  next();
});
