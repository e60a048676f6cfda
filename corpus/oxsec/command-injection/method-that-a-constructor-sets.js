const { exec } = require('child_process');

function Repository(folder) {
  this.folder = folder;
  this.checkout = function (branch, done) {
    exec('git checkout ' + branch, { cwd: this.folder }, done);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  };
}

module.exports = Repository;
