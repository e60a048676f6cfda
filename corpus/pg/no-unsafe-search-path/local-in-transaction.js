export async function countOrders(client, tenantId) {
  const schema = `tenant_${tenantId}`;
  await client.query('BEGIN');
  await client.query(`set local statement_timeout = '5s'; set search_path to ${schema}`);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noUnsafeSearchPath
  const { rows } = await client.query('SELECT count(id) FROM orders');
  await client.query('COMMIT');
  return rows[0].count;
}
