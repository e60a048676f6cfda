const { exec } = require('child_process');

exports.tag = function (name, done) {
  name = name.replace(/[^a-z]/g, '');
  process.nextTick((given) => {
    if (given) name = given;
  }, exports.override);
  exports.setOverride = (other) => {
    name = other;
  };
  setImmediate(() => {
    exec('git tag ' + name, done);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
  });
};
