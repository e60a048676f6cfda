const PAGES = ['https://app.example.com', 'https://help.example.com'];

window.addEventListener('message', (event) => {
  if (PAGES.indexOf(event.origin) === -1) return;
  document.querySelector('#news').innerHTML = event.data.news;
});
