const crypto = require('crypto');

async function register(store, email, password) {
  const hash = crypto.createHash('md5').update(password).digest('hex');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ weakHash
  await store.insert({ email, hash });
}

module.exports = { register };
