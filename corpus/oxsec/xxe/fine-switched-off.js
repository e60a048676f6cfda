const libxmljs = require('libxmljs2');

exports.read = (req, res) => {
  const document = libxmljs.parseXml(req.body.xml, { noent: false, nonet: true });
  res.json({ root: document.root().name() });
};
