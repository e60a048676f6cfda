const util = require('util');

function describe(label, total) {
  const line = util.format('%s: %d', label, total);
  console.log('%s', line);
  console.log('100%% done');
  return line;
}

module.exports = describe;
