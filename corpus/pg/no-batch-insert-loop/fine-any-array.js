const pool = require('./pool');

async function markRead(messages) {
  const ids = messages.filter((message) => !message.read).map((message) => message.id);
  if (ids.length === 0) return 0;
  const { rowCount } = await pool.query('UPDATE messages SET read_at = now() WHERE id = ANY($1)', [ids]);
  return rowCount;
}

module.exports = markRead;
