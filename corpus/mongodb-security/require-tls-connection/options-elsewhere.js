import { MongoClient } from 'mongodb';
import { options } from './config.js';

export const client = await MongoClient.connect(process.env.MONGODB_URI, options);
//                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ requireTls
