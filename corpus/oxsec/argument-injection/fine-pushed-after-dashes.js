const { execFile } = require('child_process');
const options = require('./options');

exports.history = (range, folder) => {
  const given = ['log', '--oneline'].concat(options(range));
  if (folder) {
    given.push('--', folder);
  }
  return execFile('git', given);
};
