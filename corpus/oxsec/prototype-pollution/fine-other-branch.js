// safe: position
exports.shorten = (groups, name, key, value) => {
  let group = {};
  if (value === undefined) {
    group = groups[name];
  } else {
    group[key] = value;
  }
  return group;
};
