export async function store(db, result) {
  await db.query('INSERT INTO notes (body) VALUES ($1)', [result.text]);
  await db.execute({ sql: 'DELETE FROM drafts', args: [] });
}
