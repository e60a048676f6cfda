const TARGETS = new Set(['https://docs.example.com/', 'https://status.example.com/']);

module.exports = async function leave(req, res) {
  const target = req.query.target;
  if (!TARGETS.has(target)) return res.status(400).send('unknown target');
  return res.redirect(target);
};
