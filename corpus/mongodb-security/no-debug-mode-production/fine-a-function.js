import mongoose from 'mongoose';
import { logger } from './logger.js';

mongoose.set('debug', (collection, method) => logger.debug(`${collection}.${method}`));
mongoose.set(`debug`, true);
mongoose.set('debug');
