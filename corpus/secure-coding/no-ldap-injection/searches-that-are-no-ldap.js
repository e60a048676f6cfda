const pages = [];

export function add(title, text) {
  pages.push({ title, text });
  index.add(pages.length, { title, text });
}

export function find(term) {
  const hits = index.search(term);
  const total = `${hits.length} pages`;
  return { hits, total };
}
