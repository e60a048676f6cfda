const logger = console;

function logLogin(user, req) {
  console.log(`login of ${user} from %s`, req.ip);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^ formatStringInjection
  console.error('user-agent %s of ' + req.headers, 'browser');
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ formatStringInjection
  console.warn('login %s', req.body);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeFormatSpecifier
  logger.log('done');
}

module.exports = logLogin;
