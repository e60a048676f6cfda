// Only variables, assignments and what `fs` writes are looked at.
import { tmpdir } from 'node:os';
import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

export const options = { folder: '/tmp/work', pattern: 'temp/*.txt' };

export const workFolder = () => mkdtemp(join(tmpdir(), 'work-'));
export const isTemporary = (file) => file.startsWith('/tmp');
