const { execSync } = require('child_process');

function Archive(options) {
  this.folder = options.folder;
}

Archive.prototype.pack = function () {
  execSync('tar -czf out.tgz ' + this.folder);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};

module.exports = Archive;
