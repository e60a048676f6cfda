const { spawn } = require('child_process');

const isTraced = process.env.TRACE === '1';

exports.start = (name) =>
  spawn(process.execPath, [...(isTraced ? ['--require', './trace.js'] : []), name], { stdio: 'inherit' });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
