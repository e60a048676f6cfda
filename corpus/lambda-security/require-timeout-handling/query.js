export async function handler(evt, ctx) {
//     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingTimeoutHandling
  const { rows } = await pool.query('SELECT id FROM orders WHERE id = $1', [evt.id]);
  return { rows, id: ctx.awsRequestId };
}
