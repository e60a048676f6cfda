import mongoose from 'mongoose';

await mongoose.connect(process.env.MONGODB_URI, { tls: true, authMechanism: 'SCRAM-SHA-256' });
