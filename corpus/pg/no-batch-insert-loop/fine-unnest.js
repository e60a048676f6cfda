import { pool } from './db.js';

export async function importUsers(users) {
  const emails = [];
  const names = [];
  for (const { email, name } of users) {
    emails.push(email);
    names.push(name);
  }
  const { rowCount } = await pool.query(
    'INSERT INTO users (email, name) SELECT email, name FROM UNNEST($1::text[], $2::text[]) AS t(email, name)',
    [emails, names],
  );
  return rowCount;
}
