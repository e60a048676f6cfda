const { requireRole } = require('./policies');

router.post('/teams/:id/members', requireRole('owner', async (req, res) => {
  await grantMembership(req.params.id, req.body.member);
  res.sendStatus(204);
}));

router.get('/teams/:id', async (req, res) => {
  res.json(await teams.get(req.params.id));
});
