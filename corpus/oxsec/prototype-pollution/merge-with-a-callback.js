function each(object, callback) {
  for (const key of Object.keys(object)) callback(key, object[key]);
}

module.exports = function merge(to, from) {
  each(from, (key, value) => {
    if (to[key]) merge(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
