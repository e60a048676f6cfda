const express = require('express');
const mongoose = require('mongoose');
const User = mongoose.model('User');
const app = express();
app.use(express.json());

app.post('/a', async (req, res) => res.json(await User.where('age').or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/b', async (req, res) => res.json(await User.find().and([]).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/c', async (req, res) => res.json(await User.find().or([]).nor([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/d', async (req, res) => res.json(await User.find().nor([]).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/e', async (req, res) => res.json(await User.distinct('age').or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/f', async (req, res) => res.json(await User.find().comment('list').or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/g', async (req, res) => res.json(await User.count().or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/h', async (req, res) => res.json(await User.find().sort('age').or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/i', async (req, res) => res.json(await User.find().limit(10).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/j', async (req, res) => res.json(await User.find().select('name').or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/k', async (req, res) => res.json(await User.find().populate('orders').or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/l', async (req, res) => res.json(await User.find().lean().or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/m', async (req, res) => res.json(await User.findOne().or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/n', async (req, res) => res.json(await User.find().where('age').equals(3).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/o', async (req, res) => res.json(await User.find().merge({}).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/p', async (req, res) => res.json(await User.find().elemMatch('a', {}).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/q', async (req, res) => res.json(await User.findOneAndUpdate({}, {}).or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
