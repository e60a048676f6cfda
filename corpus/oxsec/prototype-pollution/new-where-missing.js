exports.rights = (given) => {
  const rights = {};
  for (const user in given) {
    if (!rights[user]) rights[user] = {};
    for (const right in given[user]) {
      rights[user][right] = Boolean(given[user][right]);
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  }
  return rights;
};
