const zlib = require('zlib');
const readAll = require('raw-body');

exports.read = (req, res, options, next) => {
  const stream = unpacked(req);
  options.encoding = 'utf8';
  readAll(stream, options, next);
};

function unpacked(req) {
  const stream = zlib.createGunzip();
  req.pipe(stream);
  return stream;
}
