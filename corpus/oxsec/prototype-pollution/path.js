exports.set = (object, path, value) => {
  const keys = path.split('.');
  let current = object;
  for (let at = 0; at < keys.length - 1; at++) {
    current = current[keys[at]];
  }
  current[keys[keys.length - 1]] = value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
