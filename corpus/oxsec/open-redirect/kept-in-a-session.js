const express = require('express');

const router = express.Router();

router.get('/link', (req, res) => {
  req.session.back = req.query.back;
  res.redirect('https://accounts.example.com/');
});

router.get('/linked', (req, res) => {
  res.redirect(req.session.back);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ openRedirect
});

module.exports = router;
