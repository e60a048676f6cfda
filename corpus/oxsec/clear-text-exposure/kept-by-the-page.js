document.querySelector('form').addEventListener('submit', (event) => {
  const password = event.target.elements.password.value;
  localStorage.setItem('login', JSON.stringify({ password }));
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretStored
});
