const fs = require('fs');

class Audit {
  record(event) {
    const line = `${new Date().toISOString()} ${event.kind}\n`;
    fs.appendFileSync('/tmp/audit.log', line);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
  }
}

module.exports = new Audit();
