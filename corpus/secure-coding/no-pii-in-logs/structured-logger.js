const pino = require('pino');

const logger = pino({ redact: ['email', 'password', 'ssn'] });

function onLogin(user) {
  logger.info({ user: user.id }, 'login');
  audit.record('login', user.email);
  console.debug('login of', user.id);
}

module.exports = onLogin;
