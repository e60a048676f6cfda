export async function change(User, id, findOne) {
  await User.updateOne({ _id: id }, { $set: { seen: new Date() } });
  return findOne(id);
}
