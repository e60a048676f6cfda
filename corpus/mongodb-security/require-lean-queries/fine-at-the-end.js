export async function list(req, res) {
  const users = await User.find({ active: true }).sort('name').limit(50).lean();
  res.json(users);
}
