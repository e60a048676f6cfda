import mongoose from 'mongoose';
import { options } from './config.js';

export const connection = mongoose.createConnection(process.env.MONGODB_URI, options);
export const other = mongoose.connect(process.env.REPORTS_URI, Object.freeze({ tls: true }));
