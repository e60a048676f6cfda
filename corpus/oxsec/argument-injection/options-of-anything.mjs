import { execFileSync } from 'node:child_process';

export function compress(file) {
  return execFileSync('gzip', [file]);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ argumentInjection
}
