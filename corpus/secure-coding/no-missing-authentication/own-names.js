// options: {"authMiddlewarePatterns": ["guard"], "routeHandlerPatterns": ["route", "get"], "ignorePatterns": ["^/health$", "swagger"]}
server.route({ method: 'GET', path: '/', handler: home });
//@1 missingAuthentication
server.get('/health', health);
server.get('/docs', swaggerUi);
server.get('/orders', guardOrders, list);
server.get('/profile', requireAuth, profile);
//@1 missingAuthentication
server.post('/orders', create);
