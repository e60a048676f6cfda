export async function count(User, find) {
  const total = await User.countDocuments({ active: true });
  const first = find(total);
  return first;
}
