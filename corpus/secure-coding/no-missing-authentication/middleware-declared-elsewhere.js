const check = limit(5);

function routes(app) {
  {
    const guard = requireAuth();
  }
  app.get('/inner', guard, list);
//^^^^^^^ missingAuthentication
  app.get('/outer', check, list);
//^^^^^^^ missingAuthentication
}

module.exports = routes;
