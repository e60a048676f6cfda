function escapeRegex(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export function highlight(text, term) {
  return text.replace(new RegExp(escapeRegex(term), 'gi'), '<mark>$&</mark>');
}
