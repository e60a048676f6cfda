module.exports = function extend() {
  let name, known, given, copy;
  let target = arguments[0];
  let first = 1;
  if (typeof target === 'boolean') {
    target = arguments[1] || {};
    first = 2;
  }
  for (let i = first; i < arguments.length; i++) {
    for (name in arguments[i]) {
      known = target[name];
      given = arguments[i][name];
      if (given && typeof given === 'object') {
        copy = known && typeof known === 'object' ? known : {};
        target[name] = extend(true, copy, given);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
      } else {
        target[name] = given;
//      ^^^^^^^^^^^^^^^^^^^^ prototypePollution
      }
    }
  }
  return target;
};
