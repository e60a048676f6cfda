const router = require('express').Router();

router.delete('/things/:id', (req, res) => {
  res.status(404).send(`There is no ${req.params.id}`);
});
router.put('/things/:id', async (req, res) => {
  res.send('Changed ' + req.params.id);
});

module.exports = router;
