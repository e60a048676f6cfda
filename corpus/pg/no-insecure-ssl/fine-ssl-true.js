const { Client } = require('pg');

async function migrate(steps) {
  const client = new Client({ ssl: true });
  await client.connect();
  for (const step of steps) {
    await step(client);
  }
  await client.end();
}

module.exports = migrate;
