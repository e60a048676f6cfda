// options: {"allowInTests": true}
// filename: server.spec.js
import https from 'node:https';
import { test } from 'node:test';
import { start } from './server.js';

test('answers over TLS', async () => {
  const { port, stop } = await start();
  https.get({ port, rejectUnauthorized: false }, (res) => res.resume().on('end', stop));
});
