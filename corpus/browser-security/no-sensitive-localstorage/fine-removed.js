export function logout() {
  localStorage.removeItem('authToken');
  sessionStorage.clear();
}
