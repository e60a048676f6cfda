import mongoose from 'mongoose';

mongoose.set('debug', process.env.NODE_ENV === 'development');
await mongoose.connect(process.env.MONGODB_URI, { tls: true });
