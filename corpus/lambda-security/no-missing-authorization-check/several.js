export async function handler(evt) {
  const rows = await pool.query('SELECT id, total FROM orders WHERE id = $1', [evt.id]);
  //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAuthCheck
  await queue.send(rows);
  //    ^^^^^^^^^^^^^^^^ missingAuthCheck
  return rows;
}
