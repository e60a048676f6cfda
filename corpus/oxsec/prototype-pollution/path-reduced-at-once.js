exports.unfold = (given) => {
  const whole = {};
  for (const path of Object.keys(given)) {
    path.split('/').reduce((node, name, at, all) => {
      if (at === all.length - 1) {
        node[name] = given[path];
//      ^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
        return node;
      }
      return (node[name] = node[name] || {});
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }, whole);
  }
  return whole;
};
