const fs = require('fs');

function readState(path) {
  const text = fs.readFileSync(path, 'utf8');
  return JSON.parse(text);
//       ^^^^^^^^^^^^^^^^ untrustedDeserializationInput
}

const restore = async (message) => {
  const { kind, detail } = JSON.parse(message);
//                         ^^^^^^^^^^^^^^^^^^^ untrustedDeserializationInput
  return handlers[kind]?.(detail);
};

module.exports = { readState, restore };
