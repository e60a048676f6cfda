module.exports = function extend(target, source) {
  Object.keys(source).forEach((key) => {
    if (key === 'prototype') return;
    const inner = target[key];
    for (const name of Object.keys(source[key])) {
      inner[name] = source[key][name];
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  });
};
