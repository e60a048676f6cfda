const { spawn } = require('child_process');
const path = require('path');

const script = path.join(__dirname, 'worker.js');

exports.start = (name) => spawn(process.execPath, ['--no-warnings', script, name], { stdio: 'inherit' });
