function page(items, query) {
  const number = query.page == null ? 1 : Number(query.page);
//               ^^^^^^^^^^^^^^^^^^ insecureComparison
  if (number != Math.floor(number)) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureComparison
    throw new RangeError('no such page');
  }
  const first = (number - 1) * 20;
  return items.slice(first, first + 20);
}

export { page };
