const pool = require('./pool');

async function findUser(id) {
  const client = await pool.connect();
  const { rows } = await client.query('SELECT id, name FROM users WHERE id = $1', [id]);
  if (rows.length === 0) {
    client.release();
    return null;
  }
  const [user] = rows;
  client.release();
  return user;
}

module.exports = findUser;
