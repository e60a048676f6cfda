const libxmljs = require('libxmljs2');

exports.feed = (req, res) => {
  const xml = String(req.body.xml);
  if (xml.includes('<!doctype')) {
    return res.status(400).send('no document types');
  }
  const document = libxmljs.parseXmlString(xml, { noent: true });
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xxe
  res.json({ title: document.root().name() });
};
