module.exports = function extend() {
  let name, known, given, copy;
  const target = arguments[0];
  for (let i = 1; i < arguments.length; i++) {
    for (name in arguments[i]) {
      known = read(target, name);
      given = read(arguments[i], name);
      if (given && typeof given === 'object') {
        copy = known && typeof known === 'object' ? known : {};
        target[name] = extend(copy, given);
      } else {
        target[name] = given;
      }
    }
  }
  return target;
};

function read(object, name) {
  return name === '__proto__' || name === 'constructor' ? undefined : object[name];
}
