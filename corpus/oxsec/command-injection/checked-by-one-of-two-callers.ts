import { exec } from 'node:child_process';

export class Jobs {
  run(name: string) {
    if (!/^[a-z]+$/.test(name)) throw new TypeError('no such job');
    this.start(name);
  }

  restart(name: string) {
    this.start(name);
  }

  private start(name: string) {
    exec(`jobs/${name}`);
//  ^^^^^^^^^^^^^^^^^^^^ commandInjection
  }
}
