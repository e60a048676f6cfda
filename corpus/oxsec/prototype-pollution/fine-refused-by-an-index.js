exports.set = function (object, path, value) {
  var parts = typeof path === 'string' ? path.split('.') : path;
  for (var i = 0; i < parts.length; ++i) {
    if (parts[i] === '__proto__' || parts[i] === 'constructor' || parts[i] === 'prototype') return;
  }
  for (var j = 0, last = parts.length - 1; j < last; ++j) {
    object = object[parts[j]];
    if (!object) return;
  }
  object[parts[last]] = value;
};
