class ProductStore {
  constructor(db) {
    this.db = db;
  }

  async add({ title, price, stock }) {
    const { rows } = await this.db.query(
      'INSERT INTO products (title, price, stock, added_at) VALUES ($1, $2, $3, $4) RETURNING id',
      [title, price, stock],
//    ^^^^^^^^^^^^^^^^^^^^^ parameterCountMismatch
    );
    return rows[0].id;
  }
}

module.exports = ProductStore;
