const { exec } = require('child_process');

exports.all = function () {
  for (let at = 0; at < arguments.length; at++) {
    exec('npm view ' + arguments[at]);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  }
};
