export function guard(route, session) {
  if (session.token != null) return route;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  return '/login';
}
