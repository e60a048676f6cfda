export function merge(target, data) {
  if (typeof data === 'object') {
//    ^^^^^^^^^^^ unsafeTypeofCheck
    for (const [key, value] of Object.entries(data)) {
      target[key] = value;
    }
  }
  return typeof target.query !== 'object' ? target : target.query;
}
