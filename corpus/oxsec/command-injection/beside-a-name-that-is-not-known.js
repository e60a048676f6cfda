const { execSync } = require('child_process');
const files = require('./files');

exports.train = function (options, samples) {
  const file = files.write(samples, options.prefix + '_' + Date.now());
  return execSync((options.command || 'train') + ' --quiet ' + file.replace('.txt', '.model'));
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
