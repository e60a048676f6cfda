export function total(formula, prices) {
  const names = Object.keys(prices).join(', ');
  return eval(`(({ ${names} }) => ${formula})`)(prices);
//       ^^^^ unexpected
}
