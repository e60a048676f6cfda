const express = require('express');
const app = express();
app.use(express.json());

app.post('/a', async (req, res) => res.json(await req.db.users.find({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/b', async (req, res) => res.json(await req.db.users.findOne({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/c', async (req, res) => res.json(await req.db.users.findOneAndUpdate({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/d', async (req, res) => res.json(await req.db.users.findOneAndDelete({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/e', async (req, res) => res.json(await req.db.users.findOneAndRemove({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/f', async (req, res) => res.json(await req.db.users.findOneAndReplace({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/g', async (req, res) => res.json(await req.db.users.updateOne({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/h', async (req, res) => res.json(await req.db.users.updateMany({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/i', async (req, res) => res.json(await req.db.users.deleteOne({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/j', async (req, res) => res.json(await req.db.users.deleteMany({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/k', async (req, res) => res.json(await req.db.users.replaceOne({ name: req.body.name }, {})));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/l', async (req, res) => res.json(await req.db.users.countDocuments({ name: req.body.name })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/m', async (req, res) => res.json(await req.db.users.aggregate([{ $match: { name: req.body.name } }])));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/n', async (req, res) => res.json(await req.db.users.findAndModify({ query: { name: req.body.name } })));
//                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
