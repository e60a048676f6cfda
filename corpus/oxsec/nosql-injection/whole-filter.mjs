import { Product } from './models.mjs';

export async function listProducts(req, res) {
  const products = await Product.find(req.query);
//                       ^^^^^^^^^^^^^^^^^^^^^^^ nosqlInjection
  res.json(products);
}
