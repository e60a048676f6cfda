const app = require('express')();

app.use((error, req, res, next) => {
  const body = { message: 'something failed' };
  if (process.env.NODE_ENV === 'development') {
    body.stack = error.stack;
  }
  res.status(500).json(body);
});
