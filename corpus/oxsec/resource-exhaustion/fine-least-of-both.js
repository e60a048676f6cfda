const MAX_WIDTH = 120;

exports.line = (req, res) => {
  const width = Math.min(Number(req.query.width), MAX_WIDTH);
  res.json({ line: '='.repeat(width) });
};
