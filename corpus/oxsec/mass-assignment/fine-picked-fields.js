const express = require('express');
const _ = require('lodash');
const { accounts } = require('./accounts');
const app = express();
app.use(express.json());

app.put('/address', async (req, res) => {
  const account = await accounts.get(req.session.id);
  _.extend(account, _.pick(req.body, ['street', 'city']));
  res.json(await account.save());
});

app.get('/settings', (req, res) => {
  const shown = _.merge({}, req.body);
  res.json(shown);
});
