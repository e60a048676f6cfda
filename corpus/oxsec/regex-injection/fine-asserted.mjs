// safe: position
import assert from 'node:assert';
import strictly from 'node:assert/strict';
import { createServer } from 'node:http';

createServer((req, res) => {
  assert.match(req.headers.accept, /json/);
  strictly.match(req.url, /^\/events/);
  res.end();
}).listen(0);
