const rollbar = require('rollbar');

const visitor = { name: 'Jo', address: '1 High Street' };

exports.fail = (error) => {
  rollbar.error(error, visitor);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ personalDataSent
};
