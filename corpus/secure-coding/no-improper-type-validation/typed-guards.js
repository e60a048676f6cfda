function limit(query) {
  const size = Number.parseInt(query.size, 10);
  if (Number.isNaN(size)) return 20;
  if (typeof query.size !== 'string') return 20;
  if (query.size === undefined) return 20;
  return Math.min(size, 100);
}

module.exports = { limit };
