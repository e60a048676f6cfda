const express = require('express');
const { accounts } = require('./accounts');

express().patch('/account', (req, res) => {
  const account = accounts.get(req.session.account);
  Object.assign(account, req.body);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.json(account);
});
