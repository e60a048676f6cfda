const cache = new Map();

export function lookUp(key) {
  if (!cache.has(key)) {
    cache.set(key, compute(key));
  }
  const entry = cache.get(key);
  return { value: entry.value, label: entry['label'] };
}
