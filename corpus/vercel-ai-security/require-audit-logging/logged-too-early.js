import { streamText } from 'ai';

export function talk(logger, messages, user) {
  logger.info('talking', { user });
  const model = modelOf(user);
  const limit = limitOf(user);
  const system = systemOf(user);
  return streamText({ model, system, messages, maxTokens: limit });
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuditLogging
}
