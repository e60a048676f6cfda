const { execSync } = require('child_process');
const target = process.argv[2];

if (!/^[a-z]+$/.test(target)) {
  console.error('unknown target');
  process.exit(1);
}
execSync('make ' + target);
