const express = require('express');

const router = express.Router();

router.post('/:enrollment(\\d+)', (req, res) => {
  res.redirect(req.originalUrl);
});

module.exports = router;
