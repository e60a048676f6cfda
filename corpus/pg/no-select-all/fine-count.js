const db = require('./db');

exports.stats = async function stats() {
  const users = await db.query('SELECT COUNT(*) FROM users');
  const orders = await db.query('SELECT count( * ) AS total FROM orders WHERE paid');
  return {
    users: Number(users.rows[0].count),
    orders: Number(orders.rows[0].total),
  };
};
