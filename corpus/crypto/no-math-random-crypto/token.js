function login(user) {
  const token = Math.random().toString(36).slice(2);
  //            ^^^^^^^^^^^^^ mathRandomCrypto
  user.sessions.push(token);
  return token;
}

module.exports = login;
