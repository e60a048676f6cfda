const fs = require('fs');

function openLog() {
  const file = '/var/tmp/worker.log';
  if (fs.existsSync(file)) {
    fs.unlinkSync(file);
  }
  return fs.createWriteStream(file);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
}

module.exports = openLog;
