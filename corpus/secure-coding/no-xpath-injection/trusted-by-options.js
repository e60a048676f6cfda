// options: {"trustedSanitizers": ["quoteLiteral"], "trustedAnnotations": ["@checked"]}
function byTitle(doc, title) {
  const quoted = quoteLiteral(title);
  const found = xpath.select(quoted, doc);
  // @checked against the list of shelves
  const shelf = xpath.select(title, doc);
  return [found, shelf];
}
