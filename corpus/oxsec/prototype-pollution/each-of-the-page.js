exports.merge1 = function merge1(to, from) {
  _.forEach(from, (value, key) => {
    if (to[key]) merge1(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge2 = function merge2(to, from) {
  _.each(from, (value, key) => {
    if (to[key]) merge2(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge3 = function merge3(to, from) {
  _.forOwn(from, (value, key) => {
    if (to[key]) merge3(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge4 = function merge4(to, from) {
  _.forIn(from, (value, key) => {
    if (to[key]) merge4(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge5 = function merge5(to, from) {
  _.map(from, (value, key) => {
    if (to[key]) merge5(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.merge6 = function merge6(to, from) {
  angular.forEach(from, (value, key) => {
    if (to[key]) merge6(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
