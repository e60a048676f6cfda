// safe: position
const { execFile } = require('child_process');

module.exports = function backup(done) {
  const env = { ...process.env, PGPASSWORD: process.env.DB_PASSWORD };
  execFile('pg_dump', ['-h', 'db', 'shop', '-f', '/backup/shop.sql'], { env }, done);
};
