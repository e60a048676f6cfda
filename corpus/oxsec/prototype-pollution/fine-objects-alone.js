// Nothing is merged into what is no object.
const isObject = (value) => typeof value === 'object' && value !== null;

module.exports = function merge(to, from) {
  if (!isObject(to)) return to;
  for (const key of Object.keys(from)) {
    if (key === '__proto__') continue;
    if (isObject(to[key])) merge(to[key], from[key]);
    else to[key] = from[key];
  }
  return to;
};
