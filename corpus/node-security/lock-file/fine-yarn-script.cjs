// options: {"packageManager": "yarn"}
const { readFileSync } = require('fs');

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

console.log(version);
