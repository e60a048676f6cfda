// safe: position
const { randomUUID } = require('crypto');

module.exports = (err, req, res, next) => {
  const id = randomUUID();
  console.error(id, err.stack);
  res.status(500).json({ error: 'internal error', id });
};
