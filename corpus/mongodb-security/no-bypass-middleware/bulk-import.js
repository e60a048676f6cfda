const Product = require('./models/product');

async function importCatalogue(rows) {
  const products = rows.map((row) => ({ sku: row[0], title: row[1], price: Number(row[2]) }));
  await Product.insertMany(products, { ordered: false });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ bypassMiddleware
  return products.length;
}

module.exports = importCatalogue;
