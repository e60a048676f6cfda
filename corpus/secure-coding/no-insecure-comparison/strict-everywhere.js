function page(items, query) {
  const number = query.page === undefined ? 1 : Number(query.page);
  if (number !== Math.floor(number) || number < 1) {
    throw new RangeError('no such page');
  }
  return items.slice((number - 1) * 20, number * 20);
}
