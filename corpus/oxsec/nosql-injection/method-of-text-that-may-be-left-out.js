const express = require('express');
const { Party } = require('./models/party');

const router = express.Router();

router.post('/remarks', async (req, res) => {
  const { party } = req.body;
  const shown = party?.trim?.() ?? 'nobody';
  const later = () => party.trim();
  await Party.updateMany({ name: party }, { shown, later });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.sendStatus(204);
});

module.exports = router;
