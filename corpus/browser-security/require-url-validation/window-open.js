button.addEventListener('click', () => {
  window.open(target, '_blank', 'noopener');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
});
