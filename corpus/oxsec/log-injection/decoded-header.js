const express = require('express');
const app = express();

app.use((req, res, next) => {
  console.log('client: ' + decodeURIComponent(req.headers['x-client-name']));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ logInjection
  next();
});
