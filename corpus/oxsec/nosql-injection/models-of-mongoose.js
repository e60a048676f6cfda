const express = require('express');
const mongoose = require('mongoose');
const app = express();
app.use(express.json());

const User = mongoose.model('User', new mongoose.Schema({ name: String }));
const Order = mongoose.connection.model('Order');
const Invoice = mongoose.createConnection('mongodb://shop').model('Invoice');

app.post('/a', async (req, res) => res.json(await User.count({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/b', async (req, res) => res.json(await User.distinct('mail', { name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/c', async (req, res) => res.json(await User.update({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/d', async (req, res) => res.json(await User.remove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/e', async (req, res) => res.json(await User.where({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/f', async (req, res) => res.json(await User.exists({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/g', async (req, res) => res.json(await User.find().and([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/h', async (req, res) => res.json(await User.find().or([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/i', async (req, res) => res.json(await User.find().nor([{ name: req.body.name }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/j', async (req, res) => res.json(await User.mapReduce({ query: { name: req.body.name } })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/k', async (req, res) => res.json(await User.findOneAndUpdate({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/l', async (req, res) => res.json(await User.findOneAndUpdate({ id: 1 }, { name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/m', async (req, res) => res.json(await User.findByIdAndUpdate('1', { name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/n', async (req, res) => res.json(await User.findById(req.body.id)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/o', async (req, res) => res.json(await User.findByIdAndUpdate(req.body.id, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/p', async (req, res) => res.json(await User.findByIdAndDelete(req.body.id)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/q', async (req, res) => res.json(await User.findByIdAndRemove(req.body.id)));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/r', async (req, res) => res.json(await User.find().merge({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/s', async (req, res) => res.json(await User.find().elemMatch('tags', { name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/t', async (req, res) => res.json(await User.bulkWrite([{ deleteOne: { filter: req.body.filter } }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/u', async (req, res) => res.json(await User.estimatedDocumentCount({ hint: req.body.hint })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/v', async (req, res) => res.json(await Order.exists({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/w', async (req, res) => res.json(await Invoice.exists({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/x', async (req, res) => res.json(await mongoose.models.User.exists({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/y', async (req, res) => res.json(await mongoose.connection.models.User.exists({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/named', async (req, res) => {
  const { kind } = require('./settings');
  await mongoose.models[kind].exists({ name: req.body.name });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(await mongoose.connection.models[kind].exists({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/z', async (req, res) => {
  const user = await User.findById('1');
  await user.update({ name: req.body.name });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  User.findOne({ id: 1 }, (error, found) => found.update({ name: req.body.name }));
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  User.find({ id: 1 }, (error, found) => found.update({ name: req.body.name }));
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  User.find({ id: 1 }).exec((error, found) => found.update({ name: req.body.name }));
//                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  await new User({}).update({ name: req.body.name });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.sendStatus(204);
});
app.post('/connected', async (req, res) => {
  const connected = await mongoose.connect('mongodb://shop');
  res.json(await connected.connection.model('User').exists({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/found', async (req, res) => {
  const found = await User.find({ age: 3 }).exec();
  for (let i = 0; i < found.length; i++) await found[i].update({ name: req.body.name });
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(await User.find({ name: req.body.name }));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
app.post('/query', async (req, res) => {
  const query = new mongoose.Query({}, {}, { name: req.body.name });
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(await query.where({ name: req.body.name }).exec());
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
});
