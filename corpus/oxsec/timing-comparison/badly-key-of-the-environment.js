const express = require('express');
const app = express();

app.use((req, res, next) => {
  const key = req.get('x-api-key');
  if (!key || key !== process.env.SERVICE_API_KEY) return res.sendStatus(401);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingComparison
  next();
});
