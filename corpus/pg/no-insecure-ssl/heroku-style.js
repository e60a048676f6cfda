const { Pool } = require('pg');

const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  ssl: { rejectUnauthorized: false },
//       ^^^^^^^^^^^^^^^^^^^^^^^^^ noInsecureSsl
});

pool.on('error', (error) => {
  console.error('idle client', error);
  process.exit(1);
});

module.exports = pool;
