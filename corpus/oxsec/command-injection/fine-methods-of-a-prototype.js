const { exec } = require('child_process');

function Repository(folder) {
  this.folder = folder;
}

const methods = Repository.prototype;

methods.remove = function (branch, done) {
  if (!/^[a-z]\w*$/.test(branch)) return done(new Error('no branch'));
  exec('git branch -d ' + branch, { cwd: this.folder }, done);
};

module.exports = new Repository('.');
