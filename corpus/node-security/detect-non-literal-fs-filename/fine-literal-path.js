const fs = require('fs');
const path = require('path');

const terms = fs.readFileSync(path.join(__dirname, 'texts', 'terms.md'), 'utf8');
const logo = fs.readFileSync('./assets/logo.svg');

module.exports = { terms, logo };
