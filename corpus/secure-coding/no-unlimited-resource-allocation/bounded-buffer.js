const LIMIT = 64 * 1024;

export function padding(query) {
  const size = Number.parseInt(query.size, 10);
  if (!(size >= 0 && size <= LIMIT)) throw new RangeError('size');
  return Buffer.alloc(size);
}

export const copy = (req) => Buffer.alloc(Math.min(req.body.size, LIMIT));
