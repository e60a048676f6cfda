const router = require('express').Router();
const wrapped = require('express-async-handler');

router.delete('/things/:id', (req, res) => {
  res.status(404).send(`There is no ${req.params.id}`);
});
router.put('/things/:id', async (req, res) => {
  res.send('Changed ' + req.params.id);
});
router.patch('/things/:id', wrapped(async (req, res) => {
  res.send('Changed ' + req.params.id);
}));
router.delete('/lists/:id', removeList);

function removeList(req, res) {
  res.send('Removed ' + req.params.id);
}

module.exports = router;
