import { MongoClient } from 'mongodb';

const ADDRESS = "mongodb+srv://reporting:r3p0rt@cluster0.example.net/?retryWrites=true";
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hardcodedConnectionString

export const client = new MongoClient(ADDRESS, { tls: true });
