export async function byName(users, name) {
  return users.find({ name: { $eq: String(name) } }).limit(10).toArray();
}
