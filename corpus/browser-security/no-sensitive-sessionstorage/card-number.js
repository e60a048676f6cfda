function next(form) {
  sessionStorage.setItem('cardNumber', form.card.value);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveInSessionStorage
  sessionStorage.setItem('step', '3');
}
