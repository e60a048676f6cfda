const xpath = require('xpath');

function lookUp(doc, req) {
  const name = escapeXPath(req.query.name);
  const node = xpath.select(name, doc);
  const label = `/form/label[@for='${name}']`;
  return { node, label, own: validateXPath(xpath.select(req.query.own, doc)) };
}

module.exports = lookUp;
