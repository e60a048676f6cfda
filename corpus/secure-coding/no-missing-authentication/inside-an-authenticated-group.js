import { withAuth } from './auth.js';

withAuth((router) => {
  router.get('/reports', (req, res) => res.json([]));
});

group.use(jwtGuard, () => {
  server.post('/reports', function (req, res) {
    res.sendStatus(201);
  });
});
