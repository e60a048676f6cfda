export class OrderRepository {
  constructor(db) {
    this.db = db;
  }

  async withTotals(customerId) {
    const sql = 'fallback';
    const { rows } = await this.db.query(
      'SELECT count(id) OVER () AS total, * FROM orders WHERE customer_id = $1',
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noSelectAll
      [customerId],
    );
    return rows.length > 0 ? rows : sql;
  }
}
