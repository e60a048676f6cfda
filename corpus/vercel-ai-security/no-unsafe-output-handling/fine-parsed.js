import { z } from 'zod';

const Action = z.enum(['open', 'close']);

export function act(actions, result) {
  const action = Action.parse(result.text.trim());
  return actions[action]();
}
