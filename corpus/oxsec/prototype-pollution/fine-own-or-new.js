exports.set = function set(object, path, value) {
  const names = path.split('.');
  let current = object;
  while (names.length > 1) {
    const name = names.shift();
    if (!Object.prototype.hasOwnProperty.call(current, name)) {
      current[name] = {};
    }
    current = current[name];
  }
  current[names[0]] = value;
};
