const { exec } = require('child_process');

function Repository(folder) {
  const self = this;
  self.folder = folder;
}

Repository.prototype = {
  on: function (branch) {
    this.branch = branch;
    return this;
  },
  checkout: function (done) {
    exec('git checkout ' + this.branch, { cwd: this.folder }, done);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  },
};

Object.assign(Repository.prototype, {
  remove: function (branch, done) {
    exec('git branch -d ' + branch, done);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  },
});

exports.open = (folder) => new Repository(folder);
