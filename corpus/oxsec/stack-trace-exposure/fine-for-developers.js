const express = require('express');
const app = express();
const isDev = app.get('env') === 'development';

app.use((err, req, res, next) => {
  res.status(500).json({ message: 'internal error', stack: isDev ? err.stack : undefined });
});
