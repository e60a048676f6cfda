export function onLogin(user) {
  analytics.identify(user.id);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  analytics.track('Login');
//^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
}
