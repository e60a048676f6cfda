const express = require('express');
const app = express();

app.use((err, req, res, next) => {
  if (process.env.NODE_ENV === 'production') return res.status(500).json({ message: 'internal error' });
  res.status(500).json({ message: err.message, stack: err.stack });
});
