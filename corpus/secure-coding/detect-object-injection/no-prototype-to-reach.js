export function countBy(items) {
  const counts = Object.create(null);
  const sorted = [...items];
  sorted.forEach((item, position) => {
    counts[item.kind] = position;
    sorted[item.rank] = item;
  });
  return counts;
}
