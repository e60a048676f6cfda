const { execFile } = require('child_process');

exports.resize = (size, done) => {
  if (!/^\d+x\d+$/.test(size)) throw new Error('no size');
  execFile('convert', ['in.png', '-resize', size, 'out.png'], done);
};
