// filename: filter.spec.js
import { check } from './filter.js';

it('refuses code', () => {
  expect(() => check({ $where: 'sleep(1000)' })).toThrow();
});
