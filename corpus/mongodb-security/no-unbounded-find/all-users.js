export async function listUsers(req, res) {
  const users = await User.find({ active: true });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ unboundedFind
  res.json(users);
}
