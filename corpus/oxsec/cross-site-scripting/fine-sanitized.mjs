import DOMPurify from 'dompurify';

export function renderNote(note) {
  const box = document.createElement('div');
  box.innerHTML = DOMPurify.sanitize(note);
  return box;
}
