function merge(to, from) {
  for (const key in from) {
    if (Object.hasOwnProperty.call(to, key)) {
      merge(to[key], from[key]);
    } else {
      to[key] = from[key];
    }
  }
}
