const { exec } = require('child_process');

/**
 * Runs a job.
 *
 * @api public
 */
exports.run = function (name, done) {
  if (!/^[a-z]+$/.test(name)) return done(new TypeError('no such job'));
  start(name, done);
  exports._log(name);
};

/**
 * Starts a job.
 *
 * @api private
 */
function start(name, done) {
  exec('jobs/' + name, done);
}

exports.start = start;

exports._log = function (name) {
  exec('tail jobs/' + name + '.log');
};
