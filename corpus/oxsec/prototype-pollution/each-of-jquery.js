const $ = require('jquery');

exports.merge = function merge(to, from) {
  $.each(from, (key, value) => {
    if (to[key]) merge(to[key], value);
    else to[key] = value;
//       ^^^^^^^^^^^^^^^ prototypePollution
  });
};
