const { spawnSync } = require('child_process');

exports.clone = (url) => {
  if (url.length > 200) return null;
  return spawnSync('git', ['clone', url]);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
};
