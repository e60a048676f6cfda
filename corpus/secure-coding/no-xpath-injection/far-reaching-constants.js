const xpath = require('xpath');

const secretsPath = '/config/*';
//                  ^^^^^^^^^^^ dangerousXpathExpression
const parentQuery = '../settings';
//                  ^^^^^^^^^^^^^ dangerousXpathExpression

function dump(doc) {
  return {
    everything: xpath.select('//*', doc),
//                           ^^^^^ dangerousXpathExpression
    texts: xpath.select('/config/entry/text()', doc),
//                      ^^^^^^^^^^^^^^^^^^^^^^ dangerousXpathExpression
    secrets: xpath.select(secretsPath, doc),
    parents: xpath.select(parentQuery, doc),
//                        ^^^^^^^^^^^ unvalidatedXpathInput
  };
}

module.exports = dump;
