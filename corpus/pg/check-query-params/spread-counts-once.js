export async function search(db, filters) {
  const values = [filters.from, filters.to];
  const { rows } = await db.query(
    'SELECT id FROM events WHERE at BETWEEN $1 AND $2 AND kind = $3',
    [...values, filters.kind],
//  ^^^^^^^^^^^^^^^^^^^^^^^^^ parameterCountMismatch
  );
  return rows.map((row) => row.id);
}
