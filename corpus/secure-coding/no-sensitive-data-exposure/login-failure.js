async function login(name, password, users) {
  const user = await users.findByName(name);
  if (!user) {
    throw new Error('No user with this password');
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sensitiveDataExposure
  }
  if (!(await user.verify(password))) {
    throw new Error('Login refused for ' + password);
//                                         ^^^^^^^^ sensitiveDataExposure
  }
  return user;
}

module.exports = login;
