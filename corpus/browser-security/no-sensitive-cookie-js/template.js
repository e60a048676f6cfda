export function login({ token }) {
  document.cookie = `authToken=${token}; Secure`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveCookieJs
}
