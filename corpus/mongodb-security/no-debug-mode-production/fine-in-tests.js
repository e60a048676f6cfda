// filename: db.test.ts
import mongoose from 'mongoose';

beforeAll(() => {
  mongoose.set('debug', true);
});
