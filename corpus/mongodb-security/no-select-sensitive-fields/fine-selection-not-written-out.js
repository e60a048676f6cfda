export async function load(User, id, fields) {
  const user = await User.findById(id).select(fields);
  const other = await User.findOne({ id }).select({ password: 1 });
  const select = User.findOne({ id }).select;
  return { user, other, select };
}
