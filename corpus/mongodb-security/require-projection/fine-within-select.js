export function menu(select, items, current) {
  return select.select({ options: items, value: items.find((item) => item.id === current) });
}
