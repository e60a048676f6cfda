export function search(items, term) {
  const needle = term.toLowerCase();
  return items.filter((item) => item.name.toLowerCase().includes(needle));
}
