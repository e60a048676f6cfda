import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

export const save = (text) => writeFile(`${tmpdir()}/export-${Math.random().toString(36).slice(2)}.csv`, text);
