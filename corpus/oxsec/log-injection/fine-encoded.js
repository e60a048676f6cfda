const express = require('express');
const router = express.Router();

router.get('/docs', (req, res) => {
  console.info(`missing page ${encodeURIComponent(req.query.page)}`);
  res.sendStatus(404);
});

module.exports = router;
