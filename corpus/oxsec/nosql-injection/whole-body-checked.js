const express = require('express');
const isPlain = require('is-plain-object');
const { isPlainObject } = require('is-plain-object');
const lodash = require('lodash');
const isobject = require('isobject');
const isExtendable = require('is-extendable');
const isObject = require('is-object');
const underscore = require('underscore');
const isObj = require('is-obj');
const { users } = require('./database');
const app = express();
app.use(express.json());

app.post('/a', async (req, res) => {
  if (!isPlain(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/b', async (req, res) => {
  if (!isPlainObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/c', async (req, res) => {
  if (!lodash.isPlainObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/d', async (req, res) => {
  if (!lodash.isObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/e', async (req, res) => {
  if (!isobject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/f', async (req, res) => {
  if (!isExtendable(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/g', async (req, res) => {
  if (!_.isObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/h', async (req, res) => {
  if (!_.isPlainObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/i', async (req, res) => {
  if (!isObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/j', async (req, res) => {
  if (!underscore.isObject(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/k', async (req, res) => {
  if (!isObj(req.body)) return res.sendStatus(400);
  res.json(await users.findOne({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
