// safe: purpose
exports.setTheme = (req, res) => {
  const theme = req.body.theme === 'dark' ? 'dark' : 'light';
  res.cookie('theme', theme, { maxAge: 31536000000 });
  res.status(204).end();
};
