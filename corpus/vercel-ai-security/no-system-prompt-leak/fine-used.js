const SYSTEM_PROMPT = 'You are the assistant of a shop.';

export async function ask(prompt) {
  const result = await generateText({ model, system: SYSTEM_PROMPT, prompt });
  return result.text;
}
