import mongoose from 'mongoose';

export const connection = mongoose.createConnection(process.env.MONGODB_URI, {
//@27 requireTls
  maxPoolSize: 20,
  serverSelectionTimeoutMS: 5000,
});
