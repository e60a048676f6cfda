const fs = require('fs');
const path = require('path');

const folder = path.join(process.env.STATE_DIRECTORY || '/var/lib/shop', 'exports');

module.exports = (name, rows) => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  fs.writeFileSync(path.join(folder, name), rows.join('\n'), { mode: 0o600 });
};
