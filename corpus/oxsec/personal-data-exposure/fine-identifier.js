// safe: purpose
const logger = require('winston');

exports.signUp = function (user) {
  logger.info('signed up', user.id);
};
