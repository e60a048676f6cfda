const router = require('express').Router();

router.post('/things/:id', (req, res) => {
  res.status(404).send(`There is no ${req.params.id}`);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

module.exports = router;
