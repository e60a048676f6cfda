// safe: guarded twice
const SIZES = { small: 64, large: 1024 };

module.exports = (req, res) => {
  const name = req.query.size === 'large' ? 'large' : 'small';
  const pixels = Buffer.alloc(SIZES[name]);
  res.type('application/octet-stream').send(pixels);
};
