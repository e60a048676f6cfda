async function login(form) {
  const { redirect } = await post('/login', new FormData(form));
  window.location = redirect;
//^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}

form.onsubmit = (event) => login(event.target);
