// safe: other function
const express = require('express');
const router = express.Router();

router.post('/logout', (req, res) => {
  res.clearCookie('session');
  res.redirect('/');
});

module.exports = router;
