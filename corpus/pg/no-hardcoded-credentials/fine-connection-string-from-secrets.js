import { Client } from 'pg';
import { readSecret } from './secrets.js';

export async function connect() {
  const client = new Client({ connectionString: await readSecret('database-url') });
  client.on('error', (error) => console.error(error.message));
  await client.connect();
  return client;
}
