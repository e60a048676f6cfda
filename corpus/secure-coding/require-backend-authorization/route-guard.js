const routes = { '/billing': renderBilling, '/team': renderTeam };

window.addEventListener('hashchange', () => {
  const state = store.getState();
  if (state.auth.isAuthenticated) {
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    const render = routes[location.hash.slice(1)];
    if (render) render(state);
  } else {
    location.href = '/login';
  }
});
