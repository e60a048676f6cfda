// filename: server.spec.js
import { test } from 'node:test';
import { start } from './server.js';

test('answers', async (t) => {
  const { baseUrl, stop } = await start();
  t.after(stop);
  const response = await fetch(`${baseUrl}/health`);
  t.assert.equal(response.status, 200);
});
