const random = () => Math.random().toString(36).slice(2);

exports.open = (user) => {
  const sessionId = random() + random();
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
  return { user, sessionId };
};
