const express = require('express');
const jwt = require('jsonwebtoken');

const app = express();

app.use((req, res, next) => {
  const token = req.get('Authorization')?.split(' ')[1];
  try {
    req.user = jwt.verify(token, process.env.JWT_SECRET);
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAlgorithmWhitelist
    next();
  } catch {
    res.sendStatus(401);
  }
});

app.listen(3000);
