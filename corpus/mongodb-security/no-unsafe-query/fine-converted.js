export async function byAge(users, req) {
  return users.find({ age: Number(req.query.age), name: `${req.query.name}`, city: 'a' + req.query.city }).limit(10);
}
