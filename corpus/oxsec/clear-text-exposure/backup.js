const { exec } = require('child_process');

module.exports = function backup(done) {
  const password = process.env.DB_PASSWORD;
  exec(`PGPASSWORD=${password} pg_dump -h db shop -f /backup/shop.sql`, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretInCommand
};
