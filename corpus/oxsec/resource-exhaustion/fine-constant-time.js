// safe: constant
const express = require('express');
const router = express.Router();

router.post('/remind', (req, res) => {
  const message = String(req.body.message);
  setTimeout(() => notify(message), 60_000);
  res.status(202).end();
});

function notify(message) {
  process.emit('reminder', message);
}

module.exports = router;
