export async function insertMany(db, table, rows) {
  const text = `INSERT INTO ${table} (a, b) VALUES ($1, $2)`;
  for (const row of rows) {
    const values = [row.a, row.b];
    await db.query('INSERT INTO log (a, b) VALUES ($1, $2)', values);
    await db.query(text, [row.a]);
  }
}
