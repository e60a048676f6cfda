// safe: position
exports.copy = (target, source) => {
  for (const key of Object.keys(source)) {
    target[key] = source[key];
  }
};
