async function changePassword(user, current, next) {
  if (!(await user.verify(current))) {
    throw new Error('the current one is wrong');
  }
  const passwordHash = await argon2.hash(next);
  await user.update({ passwordHash });
  console.log('changed for', user.id);
}
