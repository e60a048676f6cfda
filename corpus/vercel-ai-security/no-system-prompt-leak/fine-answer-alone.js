export async function handler(req, res) {
  const result = await ask(req.body);
  res.json({ answer: result.text, tokens: result.usage.total });
}
