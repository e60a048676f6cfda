function keep(session) {
  localStorage.userJwt = session.id;
  localStorage.jwtUser = session.raw;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ jwtInStorage
}
