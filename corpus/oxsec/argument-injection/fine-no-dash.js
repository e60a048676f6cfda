const { execFile } = require('child_process');

exports.clone = (repository, done) => {
  if (repository.startsWith('-')) throw new Error('no');
  execFile('git', ['clone', repository], done);
};
