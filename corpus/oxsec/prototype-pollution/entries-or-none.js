const merge = (target, source) => {
  for (const [key, value] of Object.entries(source ?? {})) {
    if (value && typeof value === 'object') {
      target[key] = merge(target[key] ?? {}, value);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    } else {
      target[key] = value;
//    ^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  }
  return target;
};

module.exports = merge;
