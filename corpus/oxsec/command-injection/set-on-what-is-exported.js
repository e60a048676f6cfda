const { exec } = require('child_process');

const api = module.exports = {};

api.list = function (folder, done) {
  exec('ls ' + folder, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
