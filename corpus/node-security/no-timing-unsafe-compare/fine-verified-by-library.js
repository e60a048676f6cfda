const bcrypt = require('bcrypt');

async function login(users, email, password) {
  const user = await users.byEmail(email);
  const valid = await bcrypt.compare(password, user?.hash ?? users.decoyHash);
  if (!valid || user.status === 'locked') {
    return null;
  }
  return user;
}

module.exports = login;
