const merge = (target, source) => {
  for (const [key, value] of Object.entries(source ?? {})) {
    if (['__proto__', 'constructor', 'prototype'].includes(key)) continue;
    if (value && typeof value === 'object') {
      target[key] = merge(target[key] ?? {}, value);
    } else {
      target[key] = value;
    }
  }
  return target;
};

module.exports = merge;
