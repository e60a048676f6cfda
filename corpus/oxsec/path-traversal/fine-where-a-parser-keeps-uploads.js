const formidable = require('formidable');
const fs = require('fs');

exports.upload = (req, res) => {
  const form = formidable();
  form.parse(req, (error, fields, uploads) => {
    fs.rename(uploads.picture.path, '/srv/pictures/last.png', () => res.end('kept'));
  });
};
