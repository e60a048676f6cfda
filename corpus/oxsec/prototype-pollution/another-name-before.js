exports.set = (groups, name, other, key, value) => {
  groups[name] = {};
  name = other;
  groups[name][key] = value;
//^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
};
