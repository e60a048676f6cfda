const { seal } = require('crypto-json');
const shim = require('./crypto-js-shim');

async function load(name) {
  const { default: module } = await import(`./ciphers/${name}.js`);
  return { seal, shim, module };
}

module.exports = { load, replaced: 'crypto-js' };
