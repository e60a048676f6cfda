const fs = require('fs');
const { join } = require('path');
const render = require('./render');

module.exports = (name) => render(fs.readFileSync(join(__dirname, 'pages', name), 'utf8'));
