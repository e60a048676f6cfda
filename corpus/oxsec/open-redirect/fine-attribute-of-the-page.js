// safe: origin
// The page's own elements say where to go next, or whoever sits in front of it does.
const form = $('#login');

form.on('submit', () => {
  window.location.href = form.attr('data-next');
});

document.getElementById('pages').addEventListener('change', (event) => {
  window.location = event.target.value;
});
