const { Pool } = require('pg');

const pool = new Pool();
let client;

async function start() {
  client = await pool.connect();
}

// One client for all functions, so that what one gives back is counted with the others.
async function stop(reason) {
  await client.query('select pg_advisory_unlock_all()');
  client.release();
  if (reason) {
    console.warn('stopped', reason);
  }
  client.release(new Error(reason));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ doubleRelease
}

async function restart() {
  client.release();
  await start();
}

module.exports = { start, stop, restart };
