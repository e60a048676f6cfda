module.exports = function extend() {
  var target = arguments[0];
  var first = 1;
  var isDeep = false;
  if (typeof target === 'boolean') {
    isDeep = target;
    target = arguments[1] || {};
    first = 2;
  }
  for (var at = first; at < arguments.length; at += 1) {
    var given = arguments[at];
    for (var name in given) {
      if (name === '__proto__' || name === 'constructor' || name === 'prototype') continue;
      var old = target[name];
      var value = given[name];
      if (isDeep && value && typeof value === 'object') {
        target[name] = extend(isDeep, old && typeof old === 'object' ? old : {}, value);
      } else {
        target[name] = value;
      }
    }
  }
  return target;
};
