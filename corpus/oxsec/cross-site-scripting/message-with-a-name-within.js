window.addEventListener('message', (event) => {
  if (!event.origin.includes('app.example.com')) return;
  document.querySelector('#news').innerHTML = event.data.news;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

window.addEventListener('message', (event) => {
  if (event.origin !== 'null') return;
  document.querySelector('#more').innerHTML = event.data.news;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});

window.addEventListener('message', (event) => {
  if (event.origin === 'https://old.example.com') return;
  document.querySelector('#last').innerHTML = event.data.news;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
});
