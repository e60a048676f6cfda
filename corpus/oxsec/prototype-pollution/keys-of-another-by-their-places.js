exports.copy = function copy(to, from) {
  const keys = Object.keys(from);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    if (typeof from[key] === 'object') copy(to[key], from[key]);
    else to[key] = from[key];
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
  return to;
};
