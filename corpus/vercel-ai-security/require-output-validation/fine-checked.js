import { checkFacts } from './facts.js';

export async function handler(req, res) {
  const result = await ask(req.body);
  res.send(checkFacts(result.text));
}
