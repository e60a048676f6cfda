const winston = require('winston');

const logger = winston.createLogger({ transports: [new winston.transports.Console()] });

exports.register = (name, password) => {
  logger.info('registered', { name, password });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
};
