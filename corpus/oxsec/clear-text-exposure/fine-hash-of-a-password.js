const bcrypt = require('bcrypt');

async function register(store, name, password) {
  const hash = await bcrypt.hash(password, 12);
  await store.insert({ name, hash });
  console.log('registered', name, 'with a password of', password.length, 'characters');
}

module.exports = { register };
