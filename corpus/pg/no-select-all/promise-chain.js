const pool = require('./pool');

function loadSession(id) {
  return pool
    .query('SELECT * FROM sessions WHERE id = $1', [id])
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noSelectAll
    .then(({ rows }) => rows[0])
    .catch((error) => {
      console.error('session', error);
      return null;
    });
}

module.exports = loadSession;
