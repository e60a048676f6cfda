router.put('/profile', async (req, res) => {
  const user = await User.findById(req.session.userId);
  user.name = req.body.name;
  user.role = req.body.role;
//^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
  user.level ||= Number(req.query.level);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ privilegeEscalation
  await user.save();
  res.json({ id: user.id });
});
