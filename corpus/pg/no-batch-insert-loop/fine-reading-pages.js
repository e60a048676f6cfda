export async function* pages(db, size) {
  let last = 0;
  while (true) {
    const { rows } = await db.query('SELECT id, title FROM posts WHERE id > $1 ORDER BY id LIMIT $2', [last, size]);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1).id;
  }
}
