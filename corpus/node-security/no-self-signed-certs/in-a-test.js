// options: {"allowInTests": false}
// filename: server.test.js
import https from 'node:https';
import { test } from 'node:test';
import { start } from './server.js';

process.env.NODE_TLS_REJECT_UNAUTHORIZED = 0;
//@1 insecureTls

test('answers over TLS', async () => {
  const { port, stop } = await start();
  https.get({ port, rejectUnauthorized: false }, (res) => res.resume().on('end', stop));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTls
});
