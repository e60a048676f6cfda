window.addEventListener('message', (event) => {
  if (event.origin !== 'https://app.example.com') return;
  document.querySelector('#news').innerHTML = event.data.news;
});
