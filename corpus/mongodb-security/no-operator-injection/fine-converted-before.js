export async function expensive(req, res) {
  const min = Number(req.query.min);
  const orders = await Order.find({ total: { $gt: min } }).limit(50);
  res.json(orders);
}
