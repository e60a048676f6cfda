import DOMPurify from 'dompurify';

export function show(el, comment) {
  el.innerHTML = DOMPurify.sanitize(comment.body);
  el.title = comment.author;
}

export const link = (query) => `/search?q=${encodeURIComponent(query)}`;
