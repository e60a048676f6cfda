function merge(to, from) {
  for (const key in from) {
    if (key === '__proto__' || key === 'constructor') continue;
    if (to[key]) {
      merge(to[key], from[key]);
    } else {
      to[key] = from[key];
    }
  }
}
