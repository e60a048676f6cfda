const { Client } = require('pg');

const base = 'postgres://db.example.com/shop?sslmode=no-verify';
//           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification

module.exports = new Client(base);
