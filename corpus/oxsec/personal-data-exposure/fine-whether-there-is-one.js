const Sentry = require('@sentry/node');

exports.check = function (user) {
  Sentry.setTag('hasAddress', Boolean(user.address));
  console.log(user.email ? 'can be reached' : 'cannot be reached');
};
