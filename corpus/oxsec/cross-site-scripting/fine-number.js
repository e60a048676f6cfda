const express = require('express');
const router = express.Router();

router.get('/page/:number', (req, res) => {
  const page = parseInt(req.params.number, 10);
  if (Number.isNaN(page)) return res.status(400).send('No such page');
  res.send(`<h2>Page ${page}</h2>`);
});

module.exports = router;
