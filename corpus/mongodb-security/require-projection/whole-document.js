export async function profile(req, res) {
  const user = await User.findById(req.params.id);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireProjection
  res.json({ name: user.name });
}
