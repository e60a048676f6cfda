// safe: constant
const express = require('express');
const { accounts } = require('./accounts');

express().patch('/account', (req, res) => {
  const account = accounts.get(req.session.account);
  const { street, city } = req.body;
  Object.assign(account, { street, city });
  const copy = Object.assign({}, req.body);
  res.json({ account, seen: Object.keys(copy).length });
});
