function merge(target, source) {
  for (const key of Object.keys(source)) {
    if (typeof source[key] === 'object') {
//             ^^^^^^^^^^^ objectInjection
      merge(target[key], source[key]);
//          ^^^^^^^^^^^ objectInjection
//                       ^^^^^^^^^^^ objectInjection
    } else {
      target[key] = source[key];
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ objectInjection
//                  ^^^^^^^^^^^ objectInjection
    }
  }
  return target;
}

module.exports = merge;
