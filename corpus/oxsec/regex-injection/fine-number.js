const express = require('express');
const router = express.Router();

router.get('/versions/:major', (req, res) => {
  const major = Number.parseInt(req.params.major, 10);
  const pattern = new RegExp(`^v${major}\\.`);
  res.json(['v1.0', 'v1.1', 'v2.0'].filter((version) => pattern.test(version)));
});

module.exports = router;
