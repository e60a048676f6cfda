// filename: setup.test.js
import mongoose from 'mongoose';

beforeAll(() => mongoose.connect(globalThis.__MONGO_URI__));
