// filename: filters.test.js
import { expect, it } from 'vitest';
import { matches } from './filters.js';

it('compares', () => {
  const req = { query: { min: 3 } };
  expect(matches({ $gt: req.query.min }, 4)).toBe(true);
});
