// safe: guarded twice
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

export async function stage(data) {
  const file = path.join(os.tmpdir(), `${randomUUID()}.bin`);
  await fs.writeFile(file, data, { flag: 'wx', mode: 0o600 });
  return file;
}
