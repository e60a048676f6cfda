// safe: position
const users = require('./users');

async function login(username, password) {
  console.log('login attempt', username);
  const user = await users.byName(username);
  return user !== null && user.verify(password);
}

module.exports = { login };
