// safe: origin
window.addEventListener('hashchange', (event) => {
  if (!window.confirm('Leave the page?')) {
    window.location = event.oldURL;
  }
});
