exports.set = function (object, path, value) {
  const parts = path.split('.');
  for (let i = 1; i < parts.length; i++) {
    if (parts[i] === '__proto__' || parts[i] === 'constructor' || parts[i] === 'prototype') return;
  }
  for (let j = 0; j < parts.length - 1; j++) {
    object = object[parts[j]];
    if (!object) return;
  }
  object[parts[parts.length - 1]] = value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
