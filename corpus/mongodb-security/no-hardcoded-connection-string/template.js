import { MongoClient } from 'mongodb';

export function clientFor(user, password) {
  const address = `mongodb://${encodeURIComponent(user)}:${encodeURIComponent(password)}@db.internal/app`;
  return new MongoClient(`mongodb://localhost:27017/${user}`) ?? address;
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedConnectionString
}
