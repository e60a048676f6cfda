// safe: position
const fs = require('fs');
const path = require('path');

const FILE = path.join(__dirname, 'tmp', 'report.json');

module.exports = (report) => fs.writeFileSync(FILE, JSON.stringify(report));
