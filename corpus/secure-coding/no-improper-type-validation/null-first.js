export function merge(target, data) {
  if (data !== null && typeof data === 'object' && !Array.isArray(data)) {
    Object.assign(target, pickKnown(data));
  }
  return target;
}

export const isRecord = (input) => input !== null && Boolean(typeof input === 'object');
