const express = require('express');
const router = express.Router();

router.post('/login', (req, res) => {
  const target = String(req.body.returnTo);
  if (!target.startsWith('/')) {
    return res.redirect('/home');
  }
  res.redirect(target);
//^^^^^^^^^^^^^^^^^^^^ openRedirect
});

module.exports = router;
