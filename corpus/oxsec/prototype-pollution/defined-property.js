function merge(to, from) {
  for (const key of Object.keys(from)) {
    if (to[key]) merge(to[key], from[key]);
    else Object.defineProperty(to, key, { value: from[key] });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ prototypePollution
  }
}
