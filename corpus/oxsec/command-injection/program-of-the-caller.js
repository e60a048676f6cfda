const { execFile } = require('child_process');

function run(line) {
  const [program, ...rest] = line.split(' ');
  execFile(program, rest);
//^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
}

module.exports = run;
