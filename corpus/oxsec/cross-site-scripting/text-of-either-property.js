export function shorten(selector, length) {
  for (const element of document.querySelectorAll(selector)) {
    const property = element.textContent === undefined ? 'innerText' : 'textContent';
    const words = element[property].split(' ');
    element[property] = words.slice(0, length).join(' ');
    element.insertAdjacentHTML('beforeend', `<span hidden>${words.slice(length).join(' ')}</span>`);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  }
}
