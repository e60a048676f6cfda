import { logger } from './logger.js';

export function boot() {
  logger.info(JSON.stringify(process.env, null, 2));
  //          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ envLogging
  logger.debug(`started with ${JSON.stringify(process.env)}`);
  //           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ envLogging
}
