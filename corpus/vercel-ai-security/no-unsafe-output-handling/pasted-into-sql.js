export async function report(db, completion) {
  const rows = await db.query(`SELECT ${completion.columns} FROM sales`);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeOutputInSQL
  const totals = await db.raw('SELECT sum(total) FROM sales WHERE ' + completion.condition);
//                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeOutputInSQL
  return { rows, totals };
}
