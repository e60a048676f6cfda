module.exports = function merge(target, source) {
  for (const key in source) {
    if (typeof target[key] === 'object') {
      merge(target[key], source[key]);
    } else if (key !== '__proto__') {
      target[key] = source[key];
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  }
};
