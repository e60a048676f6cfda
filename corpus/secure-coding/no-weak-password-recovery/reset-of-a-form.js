const form = document.querySelector('#filters');
const resetButton = form.querySelector('button[type=reset]');

function resetFilters() {
  form.reset();
  if (form.elements.email.value === '') {
    console.info('filters reset');
  }
}

resetButton.addEventListener('click', resetFilters);
