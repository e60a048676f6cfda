const { Client, Pool } = require('pg');

// libpq's environment variables say where and who.
const pool = new Pool();

async function withClient(work) {
  const client = new Client();
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

module.exports = { pool, withClient };
