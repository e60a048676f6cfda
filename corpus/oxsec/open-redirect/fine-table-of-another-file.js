const express = require('express');
const targets = require('./targets');

express().get('/go', (req, res) => {
  const target = req.query.to;
  if (targets[target] === undefined) return res.sendStatus(404);
  res.redirect(target);
});
