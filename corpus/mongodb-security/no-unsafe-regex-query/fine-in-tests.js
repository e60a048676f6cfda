// filename: search.test.js
import { Book } from '../models/book.js';

it.each(['a', 'b'])('finds %s', async (letter) => {
  expect(await Book.find({ title: { $regex: `^${letter}` } })).toHaveLength(1);
});
