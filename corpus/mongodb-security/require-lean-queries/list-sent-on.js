export async function list(req, res) {
  const users = await User.find({ active: true }).limit(50);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ useLean
  res.json(users);
}
