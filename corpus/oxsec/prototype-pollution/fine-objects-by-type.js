module.exports = function merge(to, from) {
  if (typeof to !== 'object') return;
  for (const key of Object.keys(from)) {
    if (key === '__proto__') continue;
    if (to[key]) merge(to[key], from[key]);
    else to[key] = from[key];
  }
};
