exports.follow = (groups, names, key, value) => {
  let group = groups;
  for (const name of names) {
    if (typeof group === 'object') {
      group[key] = value;
//    ^^^^^^^^^^^^^^^^^^ prototypePollution
    }
    group = group[name];
  }
};
