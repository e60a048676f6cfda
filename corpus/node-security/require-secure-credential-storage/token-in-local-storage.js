export async function login(name, password) {
  const response = await fetch('/api/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name, password }),
  });
  const { token, refreshToken } = await response.json();
  localStorage.setItem('token', token);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  window.sessionStorage.setItem('refreshToken', refreshToken);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}
