const SYSTEM_PROMPT = 'You are the assistant of a shop.';

export function debugInfo(agent) {
  if (agent.verbose) {
    return { model: agent.model, prompt: SYSTEM_PROMPT };
//                               ^^^^^^^^^^^^^^^^^^^^^ systemPromptLeak
  }
  return agent.instructions;
//^^^^^^^^^^^^^^^^^^^^^^^^^^ systemPromptLeak
}
