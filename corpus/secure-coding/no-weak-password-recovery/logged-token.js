export class Recovery {
  constructor(store, logger) {
    this.store = store;
    this.logger = logger;
  }

  async start(user, logger) {
    const recoveryToken = await this.store.issue(user.id);
    console.log('issued', recoveryToken);
//                        ^^^^^^^^^^^^^ recoveryLoggingSensitiveData
    logger.info(`password reset for ${user.id}: ${recoveryToken}`);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ recoveryLoggingSensitiveData
    return { sent: true };
  }
}
