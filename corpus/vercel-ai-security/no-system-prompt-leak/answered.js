export async function handler(req, res) {
  const result = await ask(req.body);
  res.json({ answer: result.text, systemPrompt });
//                                ^^^^^^^^^^^^ systemPromptLeak
}

const systemPrompt = 'You are the assistant of a shop.';
