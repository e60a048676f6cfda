import { promisify } from 'node:util';
import * as childProcess from 'node:child_process';

const run = promisify(childProcess.exec);

export async function backup(name) {
  const command = 'pg_dump ' + name + ' > backup.sql';
  await run(command);
//      ^^^^^^^^^^^^ commandInjection
}
