const underscore = require('underscore');

exports.merge1 = function merge1(to, from) {
  underscore.each(from, (value, key) => {
    if (to[key]) merge1(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge2 = function merge2(to, from) {
  underscore.map(from, (value, key) => {
    if (to[key]) merge2(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
