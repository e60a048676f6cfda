export async function suggest(users, prefix) {
  return users.find({ name: { $regex: `^${prefix}` } }).limit(5).toArray();
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegex
}
