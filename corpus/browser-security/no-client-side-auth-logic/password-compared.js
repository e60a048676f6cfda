function login(form, user) {
  if (form.password === user.secretHash) {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    location.assign('/home');
  }
}
