import { Client } from 'pg';

export async function ping(host) {
  const client = new Client({
    host,
    ssl: {
      ca: process.env.PG_CA,
      rejectUnauthorized: false,
//    ^^^^^^^^^^^^^^^^^^^^^^^^^ noInsecureSsl
      servername: host,
    },
  });
  await client.connect();
  await client.query('SELECT 1');
  await client.end();
}
