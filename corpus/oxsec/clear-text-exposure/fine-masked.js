const logger = require('./logger');

exports.login = (name, password) => {
  const shown = '*'.repeat(password.length);
  logger.info('login', name, shown);
  logger.debug('reset link sent', { passwordResetUrl: '/reset', isPasswordSet: Boolean(password) });
};
