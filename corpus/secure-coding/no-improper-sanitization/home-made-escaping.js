export function toHtml(text) {
  return text
//       ^^^^ incompleteHtmlEscaping
//       ^^^^ incompleteHtmlEscaping
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');
}

export function strip(text) {
  return text.trim().replace(/<[^>]+>/g, '');
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ incompleteHtmlEscaping
}
