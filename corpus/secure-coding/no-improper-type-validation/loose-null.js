function pick(params, fallback) {
  return Object.keys(fallback).reduce((result, name) => {
    const value = params[name];
    result[name] = value == null ? fallback[name] : value;
//                 ^^^^^^^^^^^^^ looseEqualityTypeCheck
    return result;
  }, {});
}

const defaults = pick({}, { size: 10 });
if (undefined != params) console.log(pick(params, defaults));
//  ^^^^^^^^^^^^^^^^^^^ looseEqualityTypeCheck
