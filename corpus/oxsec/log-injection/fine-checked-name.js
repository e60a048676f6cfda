exports.register = (req, res) => {
  const { username } = req.body;
  if (typeof username !== 'string' || !/^[a-z0-9_]{3,20}$/.test(username)) {
    return res.status(400).json({ error: 'bad name' });
  }
  console.info('new account ' + username);
  res.status(201).json({ ok: true });
};
