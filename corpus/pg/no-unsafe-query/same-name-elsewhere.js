const LIMIT = 20;

export function describe(table) {
  const text = 'first ' + LIMIT + ' rows of ' + table;
  return text;
}

export async function audit(db, text, values) {
  await db.query('INSERT INTO audit (at) VALUES (now())');
  return db.query(text, values);
//                ^^^^ noUnsafeQuery
}
