const fs = require('fs/promises');
const os = require('os');
const path = require('path');

module.exports = async function remember(credentials) {
  const file = path.join(os.homedir(), '.shop', 'credentials.json');
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, JSON.stringify(credentials), { mode: 0o600 });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
};
