// safe: other function
const router = require('express').Router();
const federation = require('./federation');

router.post('/remotes', async (req, res) => {
  res.json(await federation.helpers.query(req.body.handle));
});

module.exports = router;
