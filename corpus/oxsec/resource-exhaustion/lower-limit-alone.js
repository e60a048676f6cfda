exports.padding = (req, res) => {
  const width = Number(req.query.width);
  if (width < 1) {
    return res.status(400).json({ error: 'too small' });
  }
  res.json({ line: '-'.repeat(width) });
//                 ^^^^^^^^^^^^^^^^^ resourceExhaustion
};
