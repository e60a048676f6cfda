// safe: position
// A bracket behind a word is an error to the shell, not the beginning of a command.
const { execSync } = require('child_process');
const target = process.argv[2];

if (!/^[a-z]+$/.test(target)) process.abort();
execSync('make( ' + target);
