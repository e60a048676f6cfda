import { MongoClient } from 'mongodb';

const client = new MongoClient(process.env.MONGODB_URI, { tls: true });

export async function start() {
  await client.connect();
//      ^^^^^^^^^^^^^^^^ requireAuthMechanism
  return client.db();
}
