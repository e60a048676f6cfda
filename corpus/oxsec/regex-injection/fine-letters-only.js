module.exports = function byPrefix(req, res) {
  const prefix = String(req.query.prefix);
  if (!/^[A-Za-z0-9 ]{1,30}$/.test(prefix)) {
    return res.status(400).json({ error: 'letters and digits only' });
  }
  const pattern = new RegExp('^' + prefix);
  res.json(['alpha', 'beta'].filter((name) => pattern.test(name)));
};
