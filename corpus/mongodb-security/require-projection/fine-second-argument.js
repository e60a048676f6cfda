export async function profile(User, id) {
  const user = await User.findById(id, 'name email');
  const friends = await User.find({ friends: id }, { name: 1 }, { limit: 10 });
  return { user, friends };
}
