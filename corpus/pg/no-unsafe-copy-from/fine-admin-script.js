// options: {"allowHardcodedPaths": true}
import { Client } from 'pg';

const client = new Client();
await client.connect();
await client.query('BEGIN');
await client.query("COPY postcodes FROM '/usr/share/seed/postcodes.csv' WITH (FORMAT csv)");
await client.query('COMMIT');
await client.end();
