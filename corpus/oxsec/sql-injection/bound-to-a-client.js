const { Pool } = require('pg');
const Early = require('pg-pool');
const pool = new Pool();
const early = new Early();

exports.find = async (name) => {
  const client = await pool.connect();
  const query = client.query.bind(client);
  try {
    return await query(`SELECT * FROM users WHERE name = '${name}'`);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  } finally {
    client.release();
  }
};

const query = early.query.bind(early);
exports.findEarly = (name) => query(`SELECT * FROM users WHERE name = '${name}'`);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
