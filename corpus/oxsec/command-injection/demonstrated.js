const { execSync } = require('child_process');

function git(command) {
  return execSync('git ' + command, { encoding: 'utf8' });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ commandInjection
}

console.log(git('tag --points-at HEAD'));
