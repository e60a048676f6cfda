const pug = require('pug');

module.exports = (req, res) => {
  const heading = String(req.query.heading);
  if (!/^[\w -]{1,40}$/.test(heading)) return res.status(400).end();
  res.send(pug.render(`h1 ${heading}`));
};
