const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const cacheFile = path.join(os.tmpdir(), 'myapp-cache.json');

module.exports.store = (cache) => {
  fs.writeFile(cacheFile, JSON.stringify(cache), (error) => {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
    if (error) console.error('cache not written', error.message);
  });
};
