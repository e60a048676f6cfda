// safe: not seen
function compact(value) {
  if (!value || typeof value !== 'object') return value;
  const keys = Object.keys(value);
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at];
    value[key] = compact(value[key]);
  }
  return value;
}

function sorted(value) {
  var key;
  for (key in value) {
    value[key].order = 1;
    value[key] = sorted(value[key]);
  }
  return value;
}

exports.compact = compact;
exports.sorted = sorted;
