module.exports = function set(target, path, value) {
  const keys = path.split('.');
  const last = keys.pop();
  keys.reduce((object, key) => object[key] = object[key] || {}, target)[last] = value;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
