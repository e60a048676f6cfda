export async function adults(User) {
  return User.find().where('age').gte(18).where('active', true).limit(20);
}
