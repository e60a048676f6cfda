const { Pool } = require('pg');

const pool = new Pool();

class Search {
  constructor(table) {
    this.table = table;
    this.conditions = [];
  }

  where(column, value) {
    this.conditions.push(`${column} = '${value}'`);
    return this;
  }

  text() {
    return `SELECT id FROM ${this.table} WHERE ${this.conditions.join(' AND ')}`;
  }
}

exports.findOrders = async (req, res) => {
  const search = new Search('orders').where('state', req.query.state).where('kind', 'sale');
  const { rows } = await pool.query(search.text());
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ sqlInjection
  res.json(rows);
};
