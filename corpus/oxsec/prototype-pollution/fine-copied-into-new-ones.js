module.exports = function clone(given, copy) {
  for (const key in given) {
    if (typeof given[key] === 'object') {
      copy[key] = Array.isArray(given[key]) ? [] : {};
      clone(given[key], copy[key]);
    } else {
      copy[key] = given[key];
    }
  }
  return copy;
};
