const fs = require('fs');
const path = require('path');

const ROOT = path.resolve(__dirname, 'public');

function send(req, res) {
  const file = path.resolve(ROOT, req.params.file);
  if (!file.startsWith(ROOT + path.sep)) {
    return res.sendStatus(403);
  }
  fs.createReadStream(file).pipe(res);
}

function report(name, done) {
  if (/^[a-z0-9-]+$/.test(name)) {
    fs.readFile(path.join('./reports', name), done);
  }
}

module.exports = { send, report };
