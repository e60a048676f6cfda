// safe: origin
const fs = require('fs');
const serialize = require('node-serialize');

function loadCache() {
  return serialize.unserialize(fs.readFileSync('/var/lib/app/cache.txt', 'utf8'));
}

module.exports = { cache: loadCache() };
