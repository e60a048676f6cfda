const THEMES = ['light', 'dark', 'contrast'];

exports.page = (req, res) => {
  const theme = req.query.theme;
  if (!THEMES.includes(theme)) {
    return res.status(400).send('unknown theme');
  }
  res.send(`<body class="${theme}">ready</body>`);
};
