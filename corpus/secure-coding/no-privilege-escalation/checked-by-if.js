router.put('/users/:id/role', async (req, res) => {
  const user = await User.findById(req.params.id);
  if (await hasPermission(req.session.userId, 'users:promote')) {
    user.role = req.body.role;
    await user.save();
    res.json({ id: user.id });
  } else {
    res.sendStatus(403);
  }
});
