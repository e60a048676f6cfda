const { exec } = require('child_process');
const platform = require('os').platform();

function runsHere(done) {
  if (platform !== 'win32') {
    done(new Error('Windows alone'));
    return false;
  }
  return true;
}

exports.load = function (name, done) {
  if (!runsHere(done)) return;
  exec('wmic process get Name | findstr /i ' + name, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
