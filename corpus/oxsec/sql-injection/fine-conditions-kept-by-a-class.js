const { Pool } = require('pg');

const pool = new Pool();
const STATES = ['open', 'paid', 'sent'];

class Search {
  constructor(table) {
    this.table = table;
    this.conditions = [];
  }

  where(column, value) {
    if (!STATES.includes(value)) throw new RangeError('no such state');
    this.conditions.push(`${column} = '${value}'`);
    return this;
  }

  text() {
    return `SELECT id FROM ${this.table} WHERE ${this.conditions.join(' AND ')}`;
  }
}

exports.findOrders = async (req, res) => {
  const search = new Search('orders').where('state', req.query.state);
  const { rows } = await pool.query(search.text());
  res.json(rows);
};
