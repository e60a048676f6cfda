export function remember(user) {
  cache.set('user:password', user.password);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  cache.set('user:name', user.name);
}
