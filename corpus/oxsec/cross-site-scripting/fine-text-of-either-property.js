export function shorten(selector, length) {
  for (const element of document.querySelectorAll(selector)) {
    const property = element.textContent === undefined ? 'innerText' : 'textContent';
    const words = element[property].split(' ');
    const rest = words.slice(length).join(' ').replace(/&/g, '&amp;').replace(/</g, '&lt;');
    element.insertAdjacentHTML('beforeend', `<span hidden>${rest}</span>`);
  }
}
