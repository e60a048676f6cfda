const { spawn } = require('child_process');

exports.start = (script) => spawn(process.execPath, ['--no-warnings', script, '--quiet'], { stdio: 'inherit' });
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
