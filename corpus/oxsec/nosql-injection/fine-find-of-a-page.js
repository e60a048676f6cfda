// safe: other function
window.addEventListener('message', (event) => {
  const page = $(document.getElementById('preview').contentDocument);
  page.find(event.data.selector).addClass('chosen');
});
