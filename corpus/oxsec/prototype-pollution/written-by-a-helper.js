module.exports = function set(target, path, value) {
  const keys = Array.isArray(path) ? path : path.split('.');
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i];
    if (i === keys.length - 1) {
      write(target, key, value);
      break;
    }
    target = target[key];
  }
};

function write(object, name, value) {
  object[name] = value;
//^^^^^^^^^^^^^^^^^^^^ prototypePollution
}
