const basePrompt = 'You are kind.';

export const promptOf = () => basePrompt;

export function log(logger, instructions) {
  logger.debug({ instructions });
  return [instructions];
}
