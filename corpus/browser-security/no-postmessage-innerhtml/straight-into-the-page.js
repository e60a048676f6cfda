window.addEventListener('message', (event) => {
  if (event.origin !== 'https://cms.example.com') return;
  document.querySelector('#preview').innerHTML = event.data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeInnerhtml
});
