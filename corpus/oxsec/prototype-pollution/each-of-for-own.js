const forOwn = require('for-own');
const forIn = require('for-in');
const objectMap = require('object.map');

exports.merge1 = function merge1(to, from) {
  forOwn(from, (value, key) => {
    if (to[key]) merge1(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge2 = function merge2(to, from) {
  forIn(from, (value, key) => {
    if (to[key]) merge2(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge3 = function merge3(to, from) {
  objectMap(from, (value, key) => {
    if (to[key]) merge3(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
