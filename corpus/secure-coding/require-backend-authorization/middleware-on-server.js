const { can } = require('./policies');

function requirePermission(action) {
  return async (req, res, next) => {
    const allowed = await can(req.session.userId, action, req.params.id);
    if (!allowed) {
      return res.status(403).json({ error: 'forbidden' });
    }
    next();
  };
}

router.delete('/posts/:id', requirePermission('posts:delete'), removePost);
