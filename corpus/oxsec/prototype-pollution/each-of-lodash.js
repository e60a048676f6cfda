const { forEach, each, forOwn, forIn, map } = require('lodash');

exports.merge1 = function merge1(to, from) {
  forEach(from, (value, key) => {
    if (to[key]) merge1(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge2 = function merge2(to, from) {
  each(from, (value, key) => {
    if (to[key]) merge2(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge3 = function merge3(to, from) {
  forOwn(from, (value, key) => {
    if (to[key]) merge3(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge4 = function merge4(to, from) {
  forIn(from, (value, key) => {
    if (to[key]) merge4(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge5 = function merge5(to, from) {
  map(from, (value, key) => {
    if (to[key]) merge5(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
