const { Pool } = require('pg');

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  ssl: { rejectUnauthorized: false },
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ tlsVerification
});

module.exports = { query: (text, values) => pool.query(text, values) };
