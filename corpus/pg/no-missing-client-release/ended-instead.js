const { Pool } = require('pg');

const pool = new Pool();

async function migrate(statements) {
  const connection = await pool.connect();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingClientRelease
  try {
    for (const statement of statements) {
      await connection.query(statement);
    }
  } finally {
    await connection.end();
  }
}

module.exports = migrate;
