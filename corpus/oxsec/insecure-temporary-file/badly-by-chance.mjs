import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';

export const save = (text) => writeFile(tmpdir() + '/export-' + Math.floor(Math.random() * 1e6) + '.csv', text);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ insecureTemporaryFile
