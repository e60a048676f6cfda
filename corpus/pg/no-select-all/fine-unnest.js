import { pool } from './db.js';

export async function saveTags(articleId, tags) {
  const ids = tags.map(() => articleId);
  await pool.query(
    'INSERT INTO article_tags (article_id, tag) SELECT * FROM UNNEST($1::int[], $2::text[])',
    [ids, tags],
  );
}
