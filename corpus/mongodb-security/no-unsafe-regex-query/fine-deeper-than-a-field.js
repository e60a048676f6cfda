export async function either(books, req) {
  return books.find({ $or: [{ title: { $regex: req.query.q } }] }).limit(20);
}
