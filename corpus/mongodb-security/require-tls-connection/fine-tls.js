import mongoose from 'mongoose';

await mongoose.connect(process.env.MONGODB_URI, { tls: true, maxPoolSize: 20 });
