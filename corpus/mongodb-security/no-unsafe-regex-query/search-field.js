const Book = require('./models/book');

module.exports = async (req, res) => {
  const books = await Book.find({ title: { $regex: req.query.q, $options: 'i' } }).limit(20);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeRegex
  res.json(books);
};
