const express = require('express');

const router = express.Router();

router.post('/:rest(.*)', (req, res) => {
  res.redirect(req.originalUrl);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
});

module.exports = router;
