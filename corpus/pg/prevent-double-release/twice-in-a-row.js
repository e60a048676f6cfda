class Worker {
  async run(pool, job) {
    const client = await pool.connect();
    await job(client);
    job.failed ? client.release(true) : null;
    client.release();
//  ^^^^^^^^^^^^^^^^ doubleRelease
    this.log('released');
    client.release();
//  ^^^^^^^^^^^^^^^^ doubleRelease
  }

  log(text) {
    console.log(new Date().toISOString(), text);
  }
}

module.exports = Worker;
