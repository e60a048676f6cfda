export function prepare(connection, logger) {
  connection.set('debug', true);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ debugModeProduction
  connection.on('error', (error) => logger.error(error.message));
  return connection;
}
