export class Catalogue {
  constructor(doc) {
    this.doc = doc;
  }

  find(expression) {
    return this.doc.evaluate(expression, this.doc, null, XPathResult.ANY_TYPE, null);
//                           ^^^^^^^^^^ unvalidatedXpathInput
  }

  first(req) {
    const path = req.query.path;
//               ^^^^^^^^^^^^^^ xpathInjection
    const xpathQuery = req.body.query;
//                     ^^^^^^^^^^^^^^ xpathInjection
    return this.doc.selectSingleNode(path) ?? this.doc.selectSingleNode(xpathQuery);
//                                                                      ^^^^^^^^^^ unvalidatedXpathInput
  }
}
