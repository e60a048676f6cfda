const async = require('async');
const { exec } = require('child_process');

exports.removeAll = (branches, done) => {
  async.eachSeries(branches, (branch, next) => {
    exec.call(null, 'git branch -d ' + branch, next);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  }, done);
};
