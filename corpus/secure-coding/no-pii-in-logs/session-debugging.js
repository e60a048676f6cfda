class SessionStore {
  constructor(backend) {
    this.backend = backend;
    this.opened = 0;
  }

  open(user) {
    this.opened += 1;
    console.warn(user.id, user.phoneNumber, user.passwordHash);
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
    return this.backend.put(user.id, { since: Date.now() });
  }
}

export default SessionStore;
