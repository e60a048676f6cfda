const path = require('path');

function loadPlugin(name) {
  const plugin = require(path.join(__dirname, 'plugins', name));
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  plugin.register();
  return plugin;
}

module.exports = loadPlugin;
