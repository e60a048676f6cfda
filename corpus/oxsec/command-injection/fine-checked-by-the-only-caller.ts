import { exec } from 'node:child_process';

export class Jobs {
  run(name: string) {
    if (!/^[a-z]+$/.test(name)) throw new TypeError('no such job');
    this.start(name);
  }

  static again(name: string) {
    if (!/^[a-z]+$/.test(name)) return;
    Jobs.log(name);
  }

  private start(name: string) {
    exec(`jobs/${name}`);
  }

  /** @internal */
  static log(name: string) {
    exec(`tail jobs/${name}.log`);
  }
}
