export async function login(name, password) {
  const { token } = await api.post('/login', { name, password });
  localStorage.setItem('token', token);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveLocalStorage
}
