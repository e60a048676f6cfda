const express = require('express');
const { Party } = require('./models/party');

const router = express.Router();

router.post('/remarks', async (req, res) => {
  const { party } = req.body;
  const remark = { at: Date.now(), party: party.trim().toLowerCase() };
  await Party.updateMany({ name: party }, { remark });
  res.sendStatus(204);
});

module.exports = router;
