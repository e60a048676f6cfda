const express = require('express');
const mongoose = require('mongoose');
const { Order, Address } = require('../models');

const Account = mongoose.model('Account', new mongoose.Schema({ name: String, isAdmin: Boolean }));
const app = express();
app.use(express.json());

app.post('/accounts', async (req, res) => {
  const account = new Account(req.body);
//                ^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.json(await account.save());
});
app.post('/orders', async (req, res) => {
  res.json(await Order.create({ ...req.body, account: req.session.id }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ massAssignment
});
app.post('/addresses', async (req, res) => {
  const address = new Address(req.body);
//                ^^^^^^^^^^^^^^^^^^^^^ massAssignment
  res.json(await address.save());
});
