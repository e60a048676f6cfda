import express from 'express';
import { lines } from './log.mjs';

export const router = express.Router();

router.get('/grep', (req, res) => {
  const { pattern } = req.query;
  if (pattern.length > 100) return res.status(400).end();
  const expression = RegExp(pattern, 'g');
//                   ^^^^^^^^^^^^^^^^^^^^ regexInjection
  res.json(lines.filter((line) => expression.test(line)));
});
