exports.assign = (session) => {
  const token = Math.random() < 0.5 ? 'a' : 'b';
  session.variant = token;
  return session;
};
