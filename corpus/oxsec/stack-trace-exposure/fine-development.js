const express = require('express');
const app = express();

app.use((err, req, res, next) => {
  const status = err.status ?? 500;
  res.status(status).json({
    error: 'internal error',
    ...(process.env.NODE_ENV === 'development' ? { stack: err.stack } : {}),
  });
});
