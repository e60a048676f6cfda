export class Ledger {
  constructor(pool) {
    this.pool = pool;
  }

  async copy(account) {
    const source = await this.pool.connect(), target = await this.pool.connect();
//        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingClientRelease
    const { rows } = await source.query('SELECT amount FROM entries WHERE account = $1', [account]);
    await target.query('INSERT INTO copies (amounts) VALUES ($1)', [rows.map((row) => row.amount)]);
    target.release();
  }
}
