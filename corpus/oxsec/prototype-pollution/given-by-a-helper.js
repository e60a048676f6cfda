function each(object, visit) {
  for (const key of Object.keys(object)) visit(object[key], key);
}

module.exports = function merge(target, source) {
  each(source, (value, key) => {
    if (target[key]) merge(target[key], value);
    else target[key] = value;
//       ^^^^^^^^^^^^^^^^^^^ prototypePollution
  });
};
