// The rule knows the module by its name without `node:` only.
import { exec } from 'node:child_process';

export function open(url) {
  exec(`xdg-open ${JSON.stringify(url)}`);
}
