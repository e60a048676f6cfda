export function logout(session) {
  delete session.token;
//^^^^^^^^^^^^^^^^^^^^ violationDetected
  delete session.user.password;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  session.touchedAt = Date.now();
}
