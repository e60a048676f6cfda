const PAGES = ['https://app.example.com', 'https://help.example.com'];

window.addEventListener('message', (event) => {
  if (PAGES.includes(event.origin)) {
    document.querySelector('#news').innerHTML = event.data.news;
  }
});
