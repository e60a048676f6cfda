export async function first(users, take) {
  const all = (await users.find({ active: true })).limit;
  const some = take.limit(users.find({ active: true }), 10);
  return [all, some];
}
