// options: {"allowLiteralStrings": true, "strategy": "restrict"}
import { exec, execSync, spawn } from 'child_process';

export function build(done) {
  exec('npm run build', done);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
}

export function deploy() {
  execSync('git push production main');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
  spawn('ls', ['-l'], { shell: true });
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ childProcessCommandInjection
}
