export function wrap(term) {
  const exact = new RegExp('^' + term + '$');
  const joined = new RegExp([...term].join('|') + '');
  return [exact, joined];
}
