const express = require('express');
const jwt = require('jsonwebtoken');
const router = express.Router();

router.post('/register', (req, res) => {
  const { email, password } = req.body;
  const token = jwt.sign({ email, password }, process.env.CONFIRM_SECRET, { expiresIn: '1d' });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tokenPayload
  res.json({ confirm: `/confirm?token=${token}` });
});

module.exports = router;
