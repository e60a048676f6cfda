const express = require('express');
const app = express();

app.use((err, req, res, next) => {
  const { message, stack } = err;
  res.status(500).json({ message, stack });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ stackTraceExposure
});
