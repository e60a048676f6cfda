// The operand of a comparison is compared with as it is.
const express = require('express');
const mongoose = require('mongoose');
const app = express();
app.use(express.json());
const Event = mongoose.model('Event', new mongoose.Schema({ time: Date }));

app.post('/since', async (req, res) => {
  const events = await Event.find({ time: { $gte: req.body.begin || new Date(), $lt: req.body.end } });
  const one = await Event.findOne({ _id: { $eq: req.body.id } });
  await Event.deleteMany({ _id: { $in: req.body.ids }, kind: { $nin: req.body.kinds } });
  res.json([one, ...events]);
});
