const { exec } = require('child_process');

function Repository(folder) {
  this.folder = folder;
  this.checkout = function (branch, done) {
    if (!/^[\w-]+$/.test(branch)) return done(new Error('no branch'));
    exec('git checkout ' + branch, { cwd: this.folder }, done);
  };
}

module.exports = Repository;
