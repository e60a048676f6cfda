const { lib } = require('crypto-js');

const { WordArray } = lib;

function sessionId() {
  return WordArray.random(16).toString();
//       ^^^^^^^^^^^^^^^^^^^^ weakRandom
}

function csrfToken() {
  const token = lib.WordArray.random(32);
//              ^^^^^^^^^^^^^^^^^^^^^^^^ weakRandom
  return token.toString();
}

module.exports = { sessionId, csrfToken };
