import escapeHtml from 'escape-html';

document.querySelector('#name').innerHTML = escapeHtml(decodeURIComponent(location.hash.slice(1)));
