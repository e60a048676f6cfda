export function first(view, words) {
  view.show(words);
}

export function later(result) {
  const { words } = result.text;
  let other = result.text + '!';
  show(words, other);
}
