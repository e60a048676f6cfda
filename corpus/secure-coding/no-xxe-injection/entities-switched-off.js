const libxml = require('libxmljs');

function readOrder(req) {
  const document = libxml.parseXmlString(req.body, { noent: false, nonet: true });
  const items = sax.parse(inputXml, { resolveExternals: null });
  return { document, items };
}

module.exports = readOrder;
