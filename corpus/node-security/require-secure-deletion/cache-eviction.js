const cache = Object.create(null);

function evict(key) {
  const value = cache[key];
  return value && delete cache[key];
//                ^^^^^^^^^^^^^^^^^ violationDetected
}

function clear() {
  for (const key in cache) delete cache[key];
//                         ^^^^^^^^^^^^^^^^^ violationDetected
}

module.exports = { evict, clear };
