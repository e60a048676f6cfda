const { spawn } = require('child_process');

function backup(database) {
  const child = spawn('pg_dump', ['-d', database, '-f', 'out.sql']);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
  return child;
}

module.exports = { backup };
