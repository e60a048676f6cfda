import * as childProcess from 'child_process';
import { promisify } from 'node:util';

const execFile = promisify(childProcess.execFile);

export function convert(file) {
  return childProcess.execFileSync('convert', [file, '-resize', '100x100', 'out.png']);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
}

export function optimise(file, done) {
  childProcess.spawn('optipng', [file], { stdio: 'inherit' }).on('exit', done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
}

export const version = () => execFile('convert', ['--version']);
