export async function names(User, ids) {
  const users = await User.find({ _id: { $in: ids } }).select('name email').lean();
  return users.map((user) => user.name);
}
