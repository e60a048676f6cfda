window.addEventListener('message', (event) => {
  if (event.origin !== 'https://pay.example.com') return;
  finish(event.data.receipt);
});
