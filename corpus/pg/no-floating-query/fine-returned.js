const pool = require('./pool');

function find(id) {
  return pool.query('SELECT id, title FROM posts WHERE id = $1', [id]);
}

const remove = (id) => pool.query('DELETE FROM posts WHERE id = $1', [id]);

module.exports = { find, remove };
