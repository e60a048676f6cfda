import DOMPurify from 'dompurify';

export function show(article, node) {
  node.innerHTML = DOMPurify.sanitize(article.body);
  node.dataset.id = article.id;
}
