import { validateSchema } from './schemas.js';

export function restore(req, res) {
  const text = validateSchema(req.body.state);
  const state = JSON.parse(text);
  res.json({ restored: Object.keys(state).length });
}

export const add = (req) => validateInput(JSON.parse(req.body.item));
