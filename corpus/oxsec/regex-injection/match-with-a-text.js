const express = require('express');
const router = express.Router();
const readme = 'Installation, usage and licence of the project';

router.get('/find', (req, res) => {
  const found = readme.match(req.query.words);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ regexInjection
  res.json({ found: found !== null });
});

module.exports = router;
