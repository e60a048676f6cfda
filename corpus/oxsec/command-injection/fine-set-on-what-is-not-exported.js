const { exec } = require('child_process');

const inner = {};

inner.list = function (folder, done) {
  exec('ls ' + folder, done);
};

exports.list = (done) => inner.list('/srv', done);
