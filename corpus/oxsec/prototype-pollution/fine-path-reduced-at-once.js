const isFine = (name) => name !== '__proto__' && name !== 'constructor' && name !== 'prototype';

exports.unfold = (given) => {
  const whole = {};
  for (const path of Object.keys(given)) {
    const names = path.split('/');
    if (!names.every(isFine)) continue;
    names.reduce((node, name, at, all) => {
      if (at === all.length - 1) {
        node[name] = given[path];
        return node;
      }
      return (node[name] = node[name] || {});
    }, whole);
  }
  return whole;
};
