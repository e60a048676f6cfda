// safe: position
const { Product } = require('./models/product');

exports.find = async (req, res) => {
  const products = await Product.find({ name: { $regex: req.query.name, $options: req.query.options } });
  res.json(products);
};
