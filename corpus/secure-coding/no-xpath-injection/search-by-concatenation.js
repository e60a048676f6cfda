const xpath = require('xpath');

function findBooks(doc, searchTerm) {
  const expression = "/library/book[contains(title, '" + searchTerm;
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xpathInjection
  return xpath.select(expression + "')]", doc);
}

function findAuthor(doc, req) {
  return xpath.select("/library/author[@id='" + req.params.id + "']", doc);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ xpathInjection
}

module.exports = { findBooks, findAuthor };
