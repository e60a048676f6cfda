const { spawn } = require('child_process');
const path = require('path');

const script = path.join(__dirname, 'worker.js');
const isTraced = process.env.TRACE === '1';

exports.start = (name) =>
  spawn(process.execPath, [...(isTraced ? ['--require', './trace.js'] : []), script, name], { stdio: 'inherit' });

exports.show = (file, port) =>
  spawn('ssh', ['build.example.com', ...(port ? ['-p', port] : []), '--', file], { stdio: 'inherit' });
