import { Client } from 'pg';

export async function getUserById(id) {
  const client = new Client('postgresql://admin:secret@localhost:5432/app');
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noHardcodedCredentials
  await client.connect();
  const res = await client.query('SELECT id, name FROM users WHERE id = $1', [id]);
  await client.end();
  return res.rows[0];
}
