const fs = require('fs');
const path = require('path');

const UPLOAD_FOLDER = '/srv/uploads';

exports.read = (req, done) => {
  const name = path.basename(req.params.name);
  const file = path.join(UPLOAD_FOLDER, name);
  fs.readFile(file, done);
};
