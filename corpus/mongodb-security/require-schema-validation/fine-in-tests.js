// filename: schema.test.js
import { Schema } from 'mongoose';

const schema = new Schema({ name: { type: String } });

it('has a path', () => {
  expect(schema.path('name')).toBeDefined();
});
