const express = require('express');
const mongoose = require('mongoose');
const { Order } = require('../models');
const { Form } = require('../forms');
const models = require('../models');

const Account = mongoose.model('Account', new mongoose.Schema({ name: String, isAdmin: Boolean }));
const app = express();
app.use(express.json());

app.post('/accounts', async (req, res) => {
  const account = new Account({ name: req.body.name });
  res.json(await account.save());
});
app.post('/orders', async (req, res) => {
  res.json(await Order.create(req.body, { fields: ['street', 'city'] }));
});
app.post('/forms', (req, res) => res.json(new Form(req.body).errors()));
app.get('/pages/:name', (req, res) => res.json(new models.Page(req.params.name).read()));
