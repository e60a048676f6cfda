const log = require('pino')();

log.error({ variables: [process.env] }, 'boot failed');
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ envLogging
log.warn(Object.keys(process.env));
//       ^^^^^^^^^^^^^^^^^^^^^^^^ envLogging
