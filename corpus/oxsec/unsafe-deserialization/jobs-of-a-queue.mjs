import serialijse from 'serialijse';

export class JobStore {
  constructor() {
    this.jobs = [];
  }

  load(dump) {
    const job = serialijse.deserialize(dump);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeDeserialization
    this.jobs.push(job);
    return job;
  }
}
