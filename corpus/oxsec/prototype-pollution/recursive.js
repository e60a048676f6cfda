function merge(target, source) {
  Object.keys(source).forEach((key) => {
    if (target[key]) {
      merge(target[key], source[key]);
    } else {
      target[key] = source[key];
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
    }
  });
}
