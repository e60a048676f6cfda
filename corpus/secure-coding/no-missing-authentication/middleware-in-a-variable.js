const guard = requireAuth({ role: 'admin' });

function routes(router) {
  const check = checkAuth();
  router.get('/reports', guard, list);
  router.post('/reports', check, create);
}

module.exports = routes;
