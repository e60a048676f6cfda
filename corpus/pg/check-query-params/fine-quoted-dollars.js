export async function prices(db, currency) {
  const { rows } = await db.query(
    "SELECT id, 'from $20' AS label FROM prices WHERE currency = $1 /* was $2 */ -- and $3",
    [currency],
  );
  return rows;
}

export async function label(db) {
  return db.query('SELECT "cost in $5" FROM labels', []);
}
