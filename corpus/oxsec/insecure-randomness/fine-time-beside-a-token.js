// The time is when something happens; the token comes from elsewhere.
const tokens = require('./tokens');

async function createToken(user, name, now = new Date()) {
  return tokens.sign(user.id, name, now);
}

async function findUserWithToken(token) {
  return tokens.find(token, new Date());
}

module.exports = { createToken, findUserWithToken };
