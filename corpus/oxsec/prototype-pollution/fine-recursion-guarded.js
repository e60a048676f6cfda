module.exports = function merge(target, source) {
  for (const key in source) {
    if (Object.prototype.hasOwnProperty.call(target, key)) {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
    }
  }
};
