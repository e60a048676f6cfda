const logger = require('winston');

exports.signUp = function (user) {
  logger.info('signed up', user.email);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ personalDataLogged
  console.log('welcome', user.id);
};
