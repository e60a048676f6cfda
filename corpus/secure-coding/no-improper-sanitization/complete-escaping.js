const escapes = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

export function escapeHtml(text) {
  return String(text).replace(/[&<>"']/g, (character) => escapes[character]);
}

export function page(res, title, body) {
  res.send(layout.render({ title, body: escapeHtml(body) }));
}
