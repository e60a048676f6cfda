function keep(user) {
  document.cookie = `user=${user.name}; refresh=${user.refresh}`;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ authTokenInCookie
}
