// safe: other function
const bcrypt = require('bcrypt');

async function register(store, email, password) {
  const hash = await bcrypt.hash(password, 12);
  await store.insert({ email, hash });
}

module.exports = { register };
