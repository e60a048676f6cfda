const { exec } = require('child_process');

exports.run = function (name, done) {
  if (!/^[a-z]+$/.test(name)) return done(new TypeError('no such job'));
  exports.start(name, done);
};

/**
 * Starts a job.
 *
 * @api public
 */
exports.start = function (name, done) {
  exec('jobs/' + name, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};

exports._log = function (name) {
  exec('tail jobs/' + name + '.log');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
