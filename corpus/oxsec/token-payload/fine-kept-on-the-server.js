// safe: position
const { randomUUID } = require('crypto');
const jwt = require('jsonwebtoken');

const sessions = new Map();

exports.open = (user) => {
  const id = randomUUID();
  sessions.set(id, { ...user });
  return jwt.sign({ sid: id }, process.env.JWT_SECRET, { expiresIn: '8h' });
};
