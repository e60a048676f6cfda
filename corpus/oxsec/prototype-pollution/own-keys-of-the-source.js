module.exports = function merge(to, from) {
  for (const key in from) {
    if (!Object.hasOwnProperty.call(from, key)) continue;
    if (typeof from[key] === 'object') {
      if (!to[key]) to[key] = {};
//                  ^^^^^^^^^^^^ prototypePollution
      merge(to[key], from[key]);
    } else {
      to[key] = from[key];
//    ^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  }
  return to;
};
