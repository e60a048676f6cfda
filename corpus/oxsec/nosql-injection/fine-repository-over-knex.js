const express = require('express');
const { Database } = require('./database');
const { seenRepository } = require('./repositories/seen');

const router = express.Router();

router.put('/seen', async (req, res) => {
  const seen = await seenRepository.findOne({ item: req.query.item });
  await Database.knex.transaction(async (transaction) => {
    await transaction('seen').insert({ item: seen.item, at: Date.now() });
  });
  res.json(seen);
});

module.exports = router;
