const express = require('express');
const targets = require('./targets');

express().get('/go', (req, res) => {
  const target = req.query.to;
  if (target in targets) return res.redirect(targets[target]);
  res.redirect(target);
//^^^^^^^^^^^^^^^^^^^^ openRedirect
});
