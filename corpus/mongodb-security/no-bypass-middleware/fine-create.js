const Ticket = require('./models/ticket');

module.exports = async function open(subject, author) {
  const ticket = await Ticket.create({ subject, author, state: 'open' });
  await ticket.deleteOneDraft?.();
  return ticket.id;
};
