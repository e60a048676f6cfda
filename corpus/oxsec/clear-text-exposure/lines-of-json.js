const out = require('pino')();
const bunyan = require('bunyan');

const shop = bunyan.createLogger({ name: 'shop' });

exports.register = (name, password) => {
  out.info('registered', { name, password });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
  shop.info('registered', { name, password });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ secretLogged
};
