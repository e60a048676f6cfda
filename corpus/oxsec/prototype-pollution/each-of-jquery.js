const $ = require('jquery');

exports.merge = function merge(to, from) {
  $.each(from, (key, value) => {
    if (to[key]) merge(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};

exports.mapped = function mapped(to, from) {
  $.map(from, (value, key) => {
    if (to[key]) mapped(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
