const Ticket = require('./ticket');

exports.close = async (req, res) => {
  const { code } = req.body;
  if (typeof code !== 'string') {
    return res.status(400).json({ error: 'code must be a string' });
  }
  await Ticket.updateOne({ code }, { $set: { open: false } });
  res.status(204).end();
};
