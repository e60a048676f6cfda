const express = require('express');
const jwt = require('jsonwebtoken');
const router = express.Router();

router.get('/me', (req, res) => {
  const user = jwt.verify(req.query.token, '');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noneAccepted
  res.json({ id: user.id });
});

module.exports = router;
