exports.extend = function extend(/* [deep], target, …sources */) {
  const given = [].slice.call(arguments);
  const deep = typeof given[0] === 'boolean' ? given.shift() : false;
  const target = given[0];
  for (const source of given.slice(1)) {
    for (const key in source) {
      if (deep && isObject(source[key])) target[key] = extend(true, target[key] || {}, source[key]);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
      else target[key] = source[key];
//         ^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  }
  return target;
};

function isObject(value) {
  return value !== null && typeof value === 'object';
}
