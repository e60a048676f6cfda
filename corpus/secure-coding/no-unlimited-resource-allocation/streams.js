import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export async function send(name, res) {
  const file = known.get(name);
  if (!file) return res.sendStatus(404);
  await pipeline(createReadStream(file), createGzip(), res);
}
