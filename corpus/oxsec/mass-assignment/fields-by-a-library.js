const express = require('express');
const lodash = require('lodash');
const underscore = require('underscore');
const { accounts } = require('./accounts');
const app = express();
app.use(express.json());

app.put('/a', (req, res) => res.json(lodash.assign(accounts.get(req.session.id), req.body)));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
app.put('/b', (req, res) => res.json(lodash.extend(accounts.get(req.session.id), req.body)));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
app.put('/c', (req, res) => res.json(lodash.merge(accounts.get(req.session.id), req.body)));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
app.put('/d', (req, res) => res.json(underscore.extend(accounts.get(req.session.id), req.body)));
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
app.put('/e', async (req, res) => {
  const account = await accounts.get(req.session.id);
  _.assign(account, req.body);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.json(await account.save());
});
app.put('/f', async (req, res) => {
  let account = await accounts.get(req.session.id);
  account = _.extend(account, req.body);
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.json(await account.save());
});
app.put('/g', async (req, res) => {
  const account = await accounts.get(req.session.id);
  _.merge(account, { address: {} }, req.body);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.json(await account.save());
});
