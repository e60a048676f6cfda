const { exec } = require('child_process');

exports.stop = (names) => {
  for (let at = names.length - 2; at >= 0; at--) {
    if (!/^[a-z]+$/.test(names[at])) throw new TypeError('no such job');
  }
  for (const name of names) exec('jobs/stop ' + name);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
