const { exec } = require('child_process');
const series = require('run-series');

function quoted(text) {
  return "'" + String(text).replace(/'/g, "'\\''") + "'";
}

exports.commit = function (message, tag, done) {
  message = quoted(message);
  tag = quoted(tag);
  series([
    function (next) {
      exec(['git', 'commit', '-m', message].join(' '), next);
    },
    function (next) {
      exec(['git', 'tag', '-a', tag, '-m', message].join(' '), next);
    },
  ], done);
};
