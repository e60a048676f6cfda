const libxmljs = require('libxmljs');

module.exports = function submit(req, res) {
  const xml = String(req.body.xml);
  if (/<!/.test(xml)) {
    return res.status(400).json({ error: 'declarations are refused' });
  }
  const document = libxmljs.parseXml(xml, { noent: true });
  res.json({ name: document.root().name() });
};
