const { Client } = require('pg');

async function findByEmail(email) {
  const client = new Client();
  await client.connect();
  try {
    const result = await client.query("select * from accounts where email = $1", [email]);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noSelectAll
    return result.rows[0] ?? null;
  } finally {
    await client.end();
  }
}

module.exports = { findByEmail };
