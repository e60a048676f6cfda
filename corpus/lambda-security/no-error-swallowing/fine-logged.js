import { logger } from './logger.js';

export async function save(order) {
  try {
    await table.put(order);
  } catch (problem) {
    logger.info({ problem }, 'order not saved');
    retryLater(order);
  }
  try {
    await queue.send(order);
  } catch (problem) {
    logAndCount(problem);
  }
}
