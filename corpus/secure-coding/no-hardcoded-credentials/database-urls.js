import { createPool } from 'mysql2/promise';
import { MongoClient } from 'mongodb';

const pool = createPool('mysql://shop:Winter2024@db.internal:3306/shop');
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable
const client = new MongoClient(`mongodb://root:example@mongo:27017`);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ useEnvironmentVariable

export async function close() {
  await pool.end();
  await client.close();
}
