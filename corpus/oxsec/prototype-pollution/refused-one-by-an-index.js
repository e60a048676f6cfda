exports.set = function (object, path, value) {
  const parts = path.split('.');
  for (let i = 0; i < parts.length; i++) {
    if (parts[i] === '__proto__') return;
  }
  for (let j = 0; j < parts.length - 1; j++) {
    object = object[parts[j]];
    if (!object) return;
  }
  object[parts[parts.length - 1]] = value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
