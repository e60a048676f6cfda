import mongoose from 'mongoose';

export function open() {
  return mongoose.createConnection(process.env.MONGODB_URI, {
//@10 requireAuthMechanism
    tls: true,
    authSource: 'admin',
    maxPoolSize: 10,
  });
}
