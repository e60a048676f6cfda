const cache = new Map();

export function remember(key, value) {
  cache.set(key, value);
  localStorage.removeItem(key);
  localStorage[key] = value;
  return cache.size;
}
