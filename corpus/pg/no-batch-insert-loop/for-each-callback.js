module.exports = function savePrices(db, prices, done) {
  let left = prices.length;
  prices.forEach(function (price) {
    db.query('update prices set amount = $1 where sku = $2', [price.amount, price.sku], (error) => {
//  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ noBatchInsertLoop
      if (error) return done(error);
      left -= 1;
      if (left === 0) done(null);
    });
  });
};
