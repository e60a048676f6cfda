const { execSync } = require('child_process');
const target = process.argv[2];

if (!/^[a-z]+$/.test(target)) process.abort();
execSync('make ' + target);
