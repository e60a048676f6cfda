const { exec } = require('child_process');
const _ = require('lodash');

exports.zip = (options, done) => {
  options = _.defaults({ level: 9 }, options);
  exec(`zip -${options.level} all.zip .`, done);
};

exports.list = (options, done) => {
  options = _.defaults({}, options, { folder: '.' });
  if (!/^\w+$/.test(options.folder)) return done(new Error('no folder'));
  exec('ls ' + options.folder, done);
};
