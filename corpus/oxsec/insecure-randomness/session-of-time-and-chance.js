const sessions = new Map();

exports.open = (user) => {
  const session = {
    sessionId: `${Date.now()}-${Math.random().toString(16).slice(2)}`,
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureRandomness
    user: user.id,
  };
  sessions.set(session.sessionId, session);
  return session.sessionId;
};
