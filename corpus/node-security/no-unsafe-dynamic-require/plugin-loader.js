const fs = require('fs');
const path = require('path');

class Plugins {
  constructor(folder) {
    this.loaded = new Map();
    for (const file of fs.readdirSync(folder)) {
      this.loaded.set(file, require(path.join(folder, file)));
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDynamicRequire
    }
  }
}

module.exports = Plugins;
