export async function combined(query, User, id) {
  return query.lean(async () => {
    const user = await User.findById(id);
    return user.name;
  });
}
