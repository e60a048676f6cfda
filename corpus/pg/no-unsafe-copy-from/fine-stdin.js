import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';

export async function importCsv(client, file) {
  const target = client.query(copyFrom('COPY users (email, name) FROM STDIN WITH (FORMAT csv)'));
  await pipeline(createReadStream(file), target);
  return target.rowCount;
}
