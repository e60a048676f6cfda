// Operators that take conditions run those in their operands.
const express = require('express');
const mongoose = require('mongoose');
const app = express();
app.use(express.json());
const Event = mongoose.model('Event', new mongoose.Schema({ time: Date }));

app.post('/not', async (req, res) => res.json(await Event.find({ time: { $not: req.body.time } })));
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/or', async (req, res) => res.json(await Event.find({ $or: [{ name: req.body.name }] })));
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
app.post('/size', async (req, res) => res.json(await Event.find({ time: { $gt: 1 }, name: req.body.name })));
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
