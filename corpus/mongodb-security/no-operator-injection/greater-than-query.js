export async function expensive(req, res) {
  const orders = await Order.find({ total: { $gt: req.query.min } }).limit(50);
//                                           ^^^^^^^^^^^^^^^^^^ operatorInjection
  res.json(orders);
}
