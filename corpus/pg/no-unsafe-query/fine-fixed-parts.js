const ORDERS = { newest: 'created_at DESC', cheapest: 'price ASC' };

export async function listProducts(db, order) {
  const query = { text: 'SELECT id, price FROM products ORDER BY created_at DESC', values: [] };
  if (order === 'cheapest') {
    query.text = 'SELECT id, price FROM products ORDER BY price ASC';
  }
  console.log('sorted by ' + ORDERS[order]);
  const { rows } = await db.query(query);
  return rows;
}
