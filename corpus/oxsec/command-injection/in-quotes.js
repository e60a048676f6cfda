const { exec } = require('child_process');

module.exports = function convert(file, done) {
  exec(`convert "${file}" out.png`, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
