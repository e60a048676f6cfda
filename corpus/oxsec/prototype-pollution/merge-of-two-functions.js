function merge(to, ...sources) {
  for (const source of sources) {
    for (const key in source) put(to, source[key], key);
  }
}

function put(to, value, key) {
  const old = to[key];
  if (old) merge(old, value);
  else to[key] = value;
//     ^^^^^^^^^^^^^^^ prototypePollution
}
