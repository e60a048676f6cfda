export function newest(entries, id) {
  return entries?.find((entry) => entry.id === id)?.at;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useLean
}
