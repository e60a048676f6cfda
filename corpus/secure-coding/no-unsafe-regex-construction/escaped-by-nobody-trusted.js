// options: {"trustedEscapingFunctions": ["quote"]}
const { quote, lodashEscape } = require('./text');

const trusted = (term) => new RegExp(quote(term));
const unknown = (term) => new RegExp(lodashEscape(term));
//                                   ^^^^^^^^^^^^^^^^^^ unsafeRegexConstruction
const method = (term) => new RegExp(_.escapeRegExp(term));
//                                  ^^^^^^^^^^^^^^^^^^^^ unsafeRegexConstruction

module.exports = { trusted, unknown, method };
