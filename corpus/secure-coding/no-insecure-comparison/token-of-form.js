const form = document.querySelector('form');

form.addEventListener('submit', (event) => {
  const token = form.elements.csrf.value;
  if (token !== sessionStorage.getItem('csrf')) {
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeComparison
    event.preventDefault();
    form.reset();
  }
});

function validateStep(step) {
  const expected = form.dataset.steps.split(',');
  return expected[step.index] === step.name;
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ timingUnsafeComparison
}
