function merge(target, ...sources) {
  for (const source of sources) {
    for (const key in source) {
      if (key !== '__proto__') mix(target, source[key], key);
    }
  }
  return target;
}

function mix(target, value, key) {
  const known = target[key];
  if (isObject(value) && isObject(known)) merge(known, value);
  else target[key] = value;
//     ^^^^^^^^^^^^^^^^^^^ prototypePollution
}

function isObject(value) {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

module.exports = merge;
