const { exec } = require('child_process');
const _ = require('lodash');
const xtend = require('xtend');

exports.zip = (options, done) => {
  options = _.defaults(options, { level: 9 });
  exec(`zip -${options.level} all.zip .`, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};

exports.list = (options, done) => {
  options = xtend({ folder: '.' }, options);
  exec('ls ' + options.folder, done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
};
