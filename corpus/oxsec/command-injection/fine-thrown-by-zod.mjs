import { execSync } from 'node:child_process';
import { z } from 'zod';

const Build = z.object({ branch: z.string().regex(/^[a-z]+$/), depth: z.number() });

export function build(given) {
  Build.parse(given);
  return execSync(`git clone --depth ${given.depth} -b ${given.branch} repo`);
}

export function rebuild(given) {
  const result = Build.safeParse(given);
  if (!result.success) {
    throw new Error('no build');
  }
  return execSync(`git clone --depth ${given.depth} -b ${given.branch} repo`);
}
