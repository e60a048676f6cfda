// options: {"ignoreFiles": ["scripts/"]}
// filename: scripts/clean.js
const fs = require('fs');

const folder = '/tmp/build';

fs.rmSync(folder, { recursive: true, force: true });
fs.writeFileSync('/tmp/build.stamp', String(Date.now()));
