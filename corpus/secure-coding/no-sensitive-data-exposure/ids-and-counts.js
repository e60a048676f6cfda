async function login(name, phrase, users, logger) {
  const user = await users.findByName(name);
  if (!user || !(await user.verify(phrase))) {
    logger.warn('login refused', { name });
    throw new Error('Name or phrase wrong');
  }
  logger.info('login', user.id, user.failures);
  return user;
}
