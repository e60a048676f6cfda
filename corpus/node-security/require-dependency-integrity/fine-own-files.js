export function page(body) {
  return [
    '<link rel="stylesheet" href="/assets/site.css">',
    '<script src="/assets/site.js" defer></script>',
    body,
  ].join('\n');
}
