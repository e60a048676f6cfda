const { exec } = require('child_process');

module.exports = List;

function List() {}

List.folder = function (folder, done) {
  exec('ls ' + folder, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
