const { execFile } = require('child_process');
const options = require('./options');

exports.history = (range, branch, folder) => {
  const given = ['log', '--oneline'].concat(options(range));
  if (branch) {
    given.push(branch, '--', folder);
  }
  return execFile('git', given);
//       ^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
};
