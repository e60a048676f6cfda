import { escapeRegExp } from './text.js';

export async function search(Book, req) {
  return Book.find({ title: { $regex: escapeRegExp(req.query.q) } }).limit(20);
}
