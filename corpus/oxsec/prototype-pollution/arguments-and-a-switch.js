// The first argument may be a switch: then the target is the second.
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
    if (given != null) {
      for (var name in given) {
        var old = target[name];
        var value = given[name];
        if (isDeep && value && typeof value === 'object') {
          target[name] = extend(isDeep, old && typeof old === 'object' ? old : {}, value);
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
        } else if (typeof value !== 'undefined') {
          target[name] = value;
//        ^^^^^^^^^^^^^^^^^^^^ prototypePollution
        }
      }
    }
  }
  return target;
};
