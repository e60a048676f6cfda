export async function search(db, { name, city, minAge }) {
  let sql = 'SELECT id, name FROM people WHERE true';
  if (name) {
    sql += " AND name ILIKE '%" + name + "%'";
  }
  if (city) {
    sql += ` AND city = '${city}'`;
  }
  if (minAge) {
    sql += ' AND age >= ' + Number(minAge);
  }
  const { rows } = await db.query(sql);
//                                ^^^ noUnsafeQuery
  return rows;
}
