// safe: purpose
// filename: test/fixtures/database.js
module.exports = { host: 'localhost', user: 'shop', password: 'iW8xq2nVb', database: 'shop' };
