const { execFile } = require('child_process');

module.exports = (database, password, done) => {
  execFile('mysqldump', ['-u', 'backup', `-p${password}`, '--', database], done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretInCommand
};
