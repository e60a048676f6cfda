const { exec } = require('child_process');
const { coroutine } = require('bluebird');

module.exports = coroutine(function* (folder) {
  yield new Promise((resolve) => exec('ls ' + folder, resolve));
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
});
