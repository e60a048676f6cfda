// Options of something else.
export function log(logger, message) {
  logger.write(message, 'info', { noTimestamp: true });
}

export const defaults = { noTimestamp: true, level: 'info' };
