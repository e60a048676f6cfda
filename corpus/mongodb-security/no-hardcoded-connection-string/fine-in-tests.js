// filename: orders.test.js
import { MongoClient } from 'mongodb';

const client = new MongoClient('mongodb://localhost:27017/test');

after(() => client.close());
