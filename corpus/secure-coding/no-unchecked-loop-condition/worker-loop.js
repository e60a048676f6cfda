export class Worker {
  constructor(queue) {
    this.queue = queue;
  }

  async run() {
    let running = true;
    process.once('SIGTERM', () => {
      running = false;
    });
    while (running) {
//         ^^^^^^^ infiniteLoop
      await this.step();
    }
  }

  async poll() {
    while (true) {
//  ^^^^^^^^^^^^^^ infiniteLoop
      await this.step();
    }
  }

  async drain() {
    for (;;) {
//  ^^^^^^^^^^ infiniteLoop
      if (!(await this.step())) return;
    }
  }
}
