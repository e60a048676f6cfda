// safe: origin
const row = document.querySelector('script[type="text/html"].row');
const rows = document.querySelector('#rows');

rows.innerHTML = row.textContent;
