// options: {"systemPromptPatterns": ["persona"]}
export function describe(bot, systemPrompt) {
  return { persona: bot.Persona, prompt: systemPrompt };
//         ^^^^^^^^^^^^^^^^^^^^ systemPromptLeak
}
